"""What is done when a channel passes to another keeper. Ticks and names only: the product asks for no password."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: The plan: credentials change on the day that the keeper changes (local rules after 国办发〔2018〕123号).
RULE = "e-holding-change"
STEP_NAMES: Mapping[str, str | Promise] = {
    "password": _("I changed the password on the platform; only I know it now."),
    "recovery": _("Recovery telephone and mailbox belong to the office, not to who kept it before."),
    "second_factor": _("The second factor is on my device or the office's; the old one is removed."),
    "sessions": _("Everybody else was signed out, and roles of who left were taken away."),
    "keys": _("Keys of programs that post for us were renewed."),
    "drafts": _("Drafts, scheduled posts and unanswered messages were shown to me."),
}
STEPS = tuple(STEP_NAMES)


def unticked(ticked: Iterable[str]) -> tuple[str, ...]:
    """List the steps that were not done yet."""
    done = set(ticked)
    return tuple(step for step in STEPS if step not in done)


def has_changed(known: int | None, holder: int | None) -> bool:
    """Say whether another person holds the keeper's post than the one who last took the channel over."""
    return holder is not None and holder != known
