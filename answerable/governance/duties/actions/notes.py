"""What every action of the room needs: the row under lock, its name in the trail, and telling people."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from answerable.governance.duties.models import Occurrence
from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import NotFound
from answerable.office.notices.actions import News, notify
from answerable.office.notices.rules import Told

#: Under this kind people find our notices and say how they want them.
KIND = "duty"


def subject_of(occurrence: int) -> str:
    """Give the name under which clocks, notices and the trail know a run."""
    return f"occurrence:{occurrence}"


def link_of(occurrence: int) -> str:
    """Give the address of a run in the house."""
    return f"/govern/duties/{occurrence}/"


def locked(occurrence: int) -> Occurrence:
    """Give a run that nobody else can change until the transaction ends."""
    row = Occurrence.objects.select_for_update().filter(pk=occurrence).first()
    if row is None:
        raise NotFound(_("There is no such duty."), _("Go back to your duties."))
    return row


def tell(
    words: Callable[[], tuple[str, str]], to: Iterable[int], *, key: str, link: str, at: datetime
) -> int:
    """Tell people something, each in both languages of the house; the same key is told once."""
    texts = {}
    for language in ("en", "zh-hans"):
        with translation.override(language):
            texts[language] = words()
    subjects, bodies = zip(*texts.values(), strict=True)
    news = News(KIND, Told(*subjects), Told(*bodies), link, key)
    return notify(news, to=list(to), by=MACHINE, at=at)
