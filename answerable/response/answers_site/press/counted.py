"""What is counted for the pages: figures, months, and what is being looked into."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import get_default_timezone

from answerable.kernel.actor import MACHINE
from answerable.response.answers import queries as answers
from answerable.response.answers.queries import PublishedAnswer, shelf
from answerable.response.answers.rules.states import Kind
from answerable.response.answers.rules.states import State as AnswerState
from answerable.response.answers_site.rules.figures import LAST, Concern, Figures, figures
from answerable.response.answers_site.rules.topics import key_of
from answerable.response.cases import queries as cases
from answerable.response.cases.rules.levels import RANK
from answerable.response.cases.rules.states import UNANSWERED, State

#: Said in substance, not only that it is being looked into.
SUBSTANTIVE = frozenset({Kind.ANSWER, Kind.CLARIFICATION, Kind.CONFERENCE})
#: First releases looked through for those whose concern is still open: more are never open at a time.
MOST_OPEN = 50


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the archive."""

    year: int
    month: int
    count: int
    begin: datetime


def month_row(year: int, month: int, count: int) -> Month:
    """Make a month of the archive."""
    return Month(year, month, count, datetime(year, month, 1, tzinfo=get_default_timezone()))


def topic_named(language: str, key: str) -> str | None:
    """Find the topic that has this address."""
    return next((name for name, _count in answers.topics(language=language) if key_of(name) == key), None)


def looked_into(language: str) -> tuple[PublishedAnswer, ...]:
    """List first releases whose concern has no answer of substance yet."""
    found = answers.published(language=language, kind=Kind.FIRST_RELEASE, size=MOST_OPEN).rows
    known = cases.cases_named({case for row in found for case in row.cases})
    waiting = {name.id for name in known.values() if name.state in UNANSWERED}
    return tuple(
        row
        for row in found
        if row.state is not AnswerState.WITHDRAWN
        and (any(case in waiting for case in row.cases) or (not row.cases and row.unknown))
    )


def figures_now() -> Figures:
    """Make the figures of the last hundred concerns, answered or not. Two queries."""
    rows = cases.cases_of(MACHINE).exclude(state__in=(State.MERGED, State.HANDED_OVER))
    last = list(rows.order_by("-seen_at", "-pk").values_list("pk", "seen_at", "level")[:LAST])
    said = shelf.releases([case for case, _seen, _level in last])
    first = _earliest(said)
    answered = _earliest(one for one in said if one.kind in SUBSTANTIVE)
    concerns = [Concern(seen, level or "", first.get(case), answered.get(case)) for case, seen, level in last]
    return figures(concerns, sorted((str(level) for level in RANK), key=lambda one: -_RANKS[one]))


_RANKS = {str(level): rank for level, rank in RANK.items()}


def _earliest(said: Iterable[shelf.Release]) -> dict[int, datetime]:
    earliest: dict[int, datetime] = {}
    for one in said:  # they come the earliest first
        earliest.setdefault(one.case, one.at)
    return earliest
