"""Sentences for what went wrong, in the reader's language."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from answerable.egress import errors
from answerable.listening.sources.kinds.reasons import REASONS

#: Codes of this room, beside those of reading and of egress.
OWN: Mapping[str, str] = {
    "no_worker": _("No worker ran at that time."),
    "defect": _("Answerable has a fault with this source; the log of the worker tells more."),
    "seal": _("A stored secret cannot be read with this installation's key. Enter it again."),
    "folder": _("The folder %(folder)s cannot be read."),
    "read_already": _("This address is read already."),
    "flood": _("More came than we take in an hour; the rest is taken at the next poll."),
    "ran_past": _(
        "All entries were new: some may have come and gone between two polls. It is read more often now."
    ),
    "new_source": _("The source was new."),
    "paused": _("The source was paused."),
    "moved_away": _("The address has moved for good to a different site. Look at it and decide."),
}
SENTENCES: Mapping[str, str] = {
    errors.EgressError.code: errors.EgressError.words,
    **{error.code: error.words for error in errors.EgressError.__subclasses__()},
    **REASONS,
    **OWN,
}


class _Blank(dict[str, Any]):
    """Details in which what is missing reads as a dash: an old row never breaks a page."""

    def __missing__(self, key: str) -> str:
        return "–"


def sentence(code: str, details: Mapping[str, Any] | None = None) -> str:
    """Say what a code means in the reader's language; an unknown code is shown as it is."""
    words = SENTENCES.get(code)
    return gettext(words) % _Blank(details or {}) if words else code
