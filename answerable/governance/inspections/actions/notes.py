"""What every action of the room needs: rows under lock, names in the trail, and telling people."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from answerable.governance.inspections.models import Draw, Finding, Round, Visit
from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated, NotFound
from answerable.office.notices.actions import News, notify
from answerable.office.notices.rules import Told

#: Under this kind people find our notices and say how they want them.
KIND = "inspection"
Words = Callable[[], tuple[str, str]]


def finding_subject(finding: int) -> str:
    """Give the name under which clocks and the trail know a finding."""
    return f"finding:{finding}"


def finding_link(finding: int) -> str:
    """Give the address of a finding in the house."""
    return f"/govern/inspections/findings/{finding}/"


def locked_round(round_id: int) -> Round:
    """Give a round that nobody else can change until the transaction ends."""
    row = Round.objects.select_for_update().filter(pk=round_id).first()
    if row is None:
        raise NotFound(_("There is no such round."), _("Go back to the inspections."))
    return row


def locked_draw(draw: int) -> Draw:
    """Give a draw that nobody else can change until the transaction ends."""
    row = Draw.objects.select_for_update().filter(pk=draw).first()
    if row is None:
        raise NotFound(_("There is no such draw."), _("Go back to the round."))
    return row


def locked_visit(visit: int) -> Visit:
    """Give a visit that nobody else can change until the transaction ends."""
    row = Visit.objects.select_for_update().filter(pk=visit).first()
    if row is None:
        raise NotFound(_("There is no such visit."), _("Go back to the inspections."))
    return row


def locked_finding(finding: int) -> Finding:
    """Give a finding that nobody else can change until the transaction ends."""
    row = Finding.objects.select_for_update().filter(pk=finding).first()
    if row is None:
        raise NotFound(_("There is no such finding."), _("Go back to the findings."))
    return row


def need_words(text: str, what: str) -> str:
    """Refuse an empty sentence where a decision needs one; gives it without blanks around."""
    if not text.strip():
        raise Anticipated(what, _("One sentence is enough."))
    return text.strip()


def tell(words: Words, to: Iterable[int], *, key: str, link: str, at: datetime) -> int:
    """Tell people something, each in both languages of the house; the same key is told once."""
    texts = {}
    for language in ("en", "zh-hans"):
        with translation.override(language):
            texts[language] = words()
    subjects, bodies = zip(*texts.values(), strict=True)
    return notify(News(KIND, Told(*subjects), Told(*bodies), link, key), to=list(to), by=MACHINE, at=at)
