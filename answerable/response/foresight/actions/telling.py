"""Telling the people whose turn it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from answerable.kernel.actor import Actor
from answerable.office.notices.actions import News, notify
from answerable.office.notices.rules import Told
from answerable.office.people import queries as people
from answerable.response.foresight.models import Release
from answerable.response.foresight.queries.door import DECIDE, WORK
from answerable.response.foresight.queries.names import link_to


@dataclass(frozen=True, slots=True)
class Line:
    """What is told of a release: the step it belongs to, and the sentence."""

    step: str
    sentence: Promise
    body: str = ""
    urgent: bool = False


def _tell(row: Release, line: Line, to: Iterable[int], *, by: Actor, at: datetime) -> None:
    """Tell people one thing about a release once; never the one who has just done it."""
    subjects = {}
    for language in ("en", "zh-hans"):
        with translation.override(language):
            subjects[language] = f"{line.sentence} {row.title}"
    body = line.body or row.title
    news = News(
        kind="release",
        subject=Told(subjects["en"], subjects["zh-hans"]),
        body=Told(body, body),
        link=link_to(row.pk),
        key=f"release:{row.pk}:{line.step}",
        urgent=line.urgent,
    )
    notify(news, to=[person for person in to if person != by.person], by=by, at=at)


def _workers(row: Release, at: datetime) -> list[int]:
    return people.who_may(WORK, at=at, unit=row.unit_id)


def tell_second_view(row: Release, *, by: Actor, at: datetime) -> None:
    """Tell those who may that one view of the level is in and the other is missing."""
    line = Line(
        f"second:{row.round}:{row.text_hash[:12]}", _("One view of the level is in, the second is missing:")
    )
    _tell(row, line, _workers(row, at), by=by, at=at)


def tell_agreed(row: Release, *, by: Actor, at: datetime) -> None:
    """Tell those who work on it that it may go out."""
    line = Line(f"agreed:{row.round}", _("The assessment is agreed; it may be released:"))
    _tell(row, line, _workers(row, at), by=by, at=at)


def tell_reopened(row: Release, *, by: Actor, at: datetime) -> None:
    """Tell those who work on it that the agreement does not hold any more."""
    line = Line(f"reopened:{row.round}", _("Changed after it was agreed; it has to be assessed again:"))
    _tell(row, line, _workers(row, at), by=by, at=at)


def tell_urgent(row: Release, *, by: Actor, at: datetime) -> None:
    """Tell those who work on it, and who decide, that it went out before its assessment."""
    line = Line(
        "urgent",
        _("Released before its assessment; it is owed within a clock:"),
        row.urgent_reason,
        urgent=True,
    )
    to = {*_workers(row, at), *people.who_may(DECIDE, at=at, unit=row.unit_id)}
    _tell(row, line, sorted(to), by=by, at=at)


def tell_lying(row: Release, case: int, *, by: Actor, at: datetime) -> None:
    """Tell those who work on it that a case has opened and the prepared answers lie beside it."""
    line = Line(f"case:{case}", _("A case has opened; the prepared answers lie beside it:"))
    _tell(row, line, _workers(row, at), by=by, at=at)


def tell_over(row: Release, *, by: Actor, at: datetime) -> None:
    """Tell those who work on it to hold what was foreseen against what was asked."""
    line = Line("over", _("The watch is over; look back on what was asked:"))
    _tell(row, line, _workers(row, at), by=by, at=at)
