"""Telling the people whose turn it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import translation
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from answerable.kernel.actor import Actor
from answerable.office.notices.actions import News, notify
from answerable.office.notices.rules import Told
from answerable.office.people import queries as people
from answerable.response.cases.models import Case, ReviewAction, Task
from answerable.response.cases.queries import office
from answerable.response.cases.queries.door import ASSESS, LEAD, WORK
from answerable.response.cases.queries.names import link_to
from answerable.response.cases.rules.levels import LEVEL_NAMES, RANK, Level

#: From this level on a notice about the level does not wait for quiet hours to end.
URGENT_FROM = RANK[Level.MAJOR]


@dataclass(frozen=True, slots=True)
class Line:
    """What is told of a case: the step it belongs to, and the sentence."""

    step: str
    sentence: Promise
    body: str = ""
    urgent: bool = False


def _tell(row: Case, line: Line, to: Iterable[int], *, by: Actor, at: datetime) -> None:
    """Tell people one thing about a case once; never the one who has just done it."""
    subjects = {}
    for language in ("en", "zh-hans"):
        with translation.override(language):
            subjects[language] = f"{line.sentence} {row.title}"
    body = line.body or row.title
    news = News(
        kind="case",
        subject=Told(subjects["en"], subjects["zh-hans"]),
        body=Told(body, body),
        link=link_to(row.pk),
        key=f"case:{row.pk}:{line.step}",
        urgent=line.urgent,
    )
    notify(news, to=[person for person in to if person != by.person], by=by, at=at)


def _leaders(row: Case, at: datetime) -> list[int]:
    return people.who_may(LEAD, at=at, unit=row.unit_id)


def _of_unit(unit: int, at: datetime) -> list[int]:
    return office.people_of(unit, among=people.who_may(WORK, at=at, unit=unit), at=at)


def tell_opened(row: Case, *, by: Actor, at: datetime) -> None:
    """Tell those who lead that a case waits to be registered."""
    _tell(row, Line("opened", _("A case was opened:"), row.matter), _leaders(row, at), by=by, at=at)


def tell_to_assess(row: Case, *, by: Actor, at: datetime) -> None:
    """Tell those who may that a case waits for two opinions."""
    number = row.assessments.count()
    line = Line(f"assess:{number}", _("Two people are to assess:"))
    _tell(row, line, people.who_may(ASSESS, at=at, unit=row.unit_id), by=by, at=at)


def tell_second_opinion(row: Case, *, by: Actor, at: datetime) -> None:
    """Tell those who may that one opinion is in and the other is missing."""
    number = row.assessments.count()
    line = Line(f"second:{number}", _("One opinion is in, the second is missing:"))
    _tell(row, line, people.who_may(ASSESS, at=at, unit=row.unit_id), by=by, at=at)


def tell_differing(row: Case, to: list[int], *, by: Actor, at: datetime) -> None:
    """Tell the first assessor that the two differ."""
    number = row.assessments.count()
    _tell(row, Line(f"differ:{number}", _("The two opinions differ; agree on a level:")), to, by=by, at=at)


def tell_proposed(row: Case, to: list[int], *, by: Actor, at: datetime) -> None:
    """Tell the other assessor that a level is proposed."""
    number = row.assessments.count()
    _tell(row, Line(f"proposed:{number}", _("A level is proposed; agree or dissent:")), to, by=by, at=at)


def tell_disputed(row: Case, *, by: Actor, at: datetime) -> None:
    """Tell those who lead that the two cannot agree."""
    number = row.assessments.count()
    line = Line(f"disputed:{number}", _("Two assessors cannot agree; a decision is needed:"), urgent=True)
    _tell(row, line, _leaders(row, at), by=by, at=at)


def tell_level(row: Case, *, by: Actor, at: datetime) -> None:
    """Tell those who lead which level holds; a grave one does not wait for the morning."""
    level = Level(row.level)
    line = Line(
        f"level:{level}:{row.assessments.count()}",
        format_lazy(_("Assessed as {level}:"), level=LEVEL_NAMES[level]),
        urgent=RANK[level] >= URGENT_FROM,
    )
    _tell(row, line, _leaders(row, at), by=by, at=at)


def tell_assigned(row: Case, *, by: Actor, at: datetime) -> None:
    """Tell the people of a unit that it leads a case."""
    line = Line(f"assigned:{row.unit_id}", _("Your unit leads this case:"), row.matter)
    _tell(row, line, _of_unit(row.unit_id, at), by=by, at=at)


def tell_task(task: Task, row: Case, *, by: Actor, at: datetime) -> None:
    """Tell the people of a unit that it has a task."""
    line = Line(f"task:{task.pk}", _("Your unit is asked for something:"), task.words)
    _tell(row, line, _of_unit(task.unit_id, at), by=by, at=at)


def tell_sent(row: Case, number: str, *, by: Actor, at: datetime) -> None:
    """Tell those who lead that a report went upward."""
    line = Line(f"paper:{number}", _("A report went upward:"), number)
    _tell(row, line, _leaders(row, at), by=by, at=at)


def tell_closed(row: Case, *, by: Actor, at: datetime) -> None:
    """Tell the lead unit that the review is due."""
    line = Line(f"closed:{at:%Y%m%d%H%M%S}", _("Closed; look back at it together:"), row.closing_words)
    _tell(row, line, _of_unit(row.unit_id, at), by=by, at=at)


def tell_action(action: ReviewAction, row: Case, *, by: Actor, at: datetime) -> None:
    """Tell whoever answers for a post that it owns an action."""
    answering = people.holder_of(action.post_id, at=at)
    line = Line(f"action:{action.pk}", _("A review gives you something to do:"), action.words)
    _tell(row, line, [answering.person] if answering else [], by=by, at=at)
