"""Due dates as a month, as a year, and as a feed for calendar programmes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from answerable.governance.duties.models import Feed, Occurrence
from answerable.governance.duties.queries.door import seen_by
from answerable.governance.duties.queries.matrix import moments
from answerable.governance.duties.queries.mine import own_runs
from answerable.governance.duties.queries.rows import RunRow, rows_of
from answerable.governance.duties.rules.matrix import Cell, worst
from answerable.governance.duties.rules.standing import Word, standing
from answerable.governance.duties.rules.states import State
from answerable.kernel.actor import Actor
from answerable.kernel.search.grams import phrases
from answerable.office.clocks.rules.anchors import month_end
from answerable.office.people import queries as people

#: A calendar programme is given what was due lately and what is to come.
BACK, AHEAD = timedelta(days=92), timedelta(days=366)
#: More in one month than this are counted, not listed: 200 units × 40 duties fit.
MOST = 10_000


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which runs a person wants to see: their own, those of a unit, or all in reach; words narrow them."""

    scope: str = "mine"
    unit: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class DutyYear:
    """One duty of one year: a cell a month, by due date."""

    duty: str
    name_en: str
    name_zh: str
    months: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class FeedRow:
    """An address that a person made: for what, since when."""

    unit_id: int | None
    unit: str
    made_at: datetime


def runs_chosen(actor: Actor, chosen: Chosen) -> "QuerySet[Occurrence]":
    """Give the runs that were asked for, as far as the actor sees them."""
    rows = own_runs(actor) if chosen.scope == "mine" else seen_by(actor)
    if chosen.scope == "unit" and chosen.unit is not None:
        rows = rows.filter(unit=chosen.unit)
    for phrase in chosen.words.split() if phrases(chosen.words) else ():
        named = Q(name_en__icontains=phrase) | Q(name_zh__icontains=phrase)
        rows = rows.filter(named | Q(unit__name__icontains=phrase) | Q(holder_name__icontains=phrase))
    return rows.exclude(state=State.CANCELLED)


def month(actor: Actor, chosen: Chosen, first: date, *, at: datetime) -> "QuerySet[Occurrence]":
    """Give the runs due in a month, by due date."""
    actor.need("duties.read")
    begin, end = moments(first, month_end(first.year, first.month))
    rows = runs_chosen(actor, chosen).filter(due__range=(begin, end))
    return rows.select_related("unit", "post").order_by("due", "duty", "unit__path", "pk")


def year(actor: Actor, chosen: Chosen, number: int, *, at: datetime) -> tuple[DutyYear, ...]:
    """Show each duty against the twelve months of a year: in each the worst run and how many there are."""
    actor.need("duties.read")
    begin, end = moments(date(number, 1, 1), date(number, 12, 31))
    rows = runs_chosen(actor, chosen).filter(due__range=(begin, end)).order_by("due")
    # Plain values: a body of 200 units has 50,000 runs a year, and nothing else of them is shown.
    shown = ("duty", "name_en", "name_zh", "state", "on_time", "due")
    words: dict[tuple[str, int], list[Word]] = defaultdict(list)
    names: dict[str, tuple[str, str]] = {}
    zone = timezone.get_current_timezone()
    for duty, en, zh, state, on_time, due in rows.values_list(*shown).iterator(chunk_size=2000):
        words[duty, due.astimezone(zone).month].append(standing(State(state), on_time, due, at=at).word)
        names[duty] = (en, zh)
    return tuple(
        DutyYear(duty, *names[duty], tuple(_cell(words.get((duty, month_), ())) for month_ in range(1, 13)))
        for duty in sorted(names, key=lambda duty: names[duty])
    )


def _cell(words: Sequence[Word]) -> Cell | None:
    word = worst(words)
    return Cell(word, words.count(word), len(words)) if word is not None else None


def feed_named(secret_hash: str) -> Feed | None:
    """Find a feed that has not been taken back, by the hash of its address."""
    return Feed.objects.filter(secret_hash=secret_hash, revoked_at=None).first()


def feed_runs(feed: Feed, *, at: datetime) -> tuple[RunRow, ...]:
    """Give what a feed shows: the runs of a person or of a unit that can still change or were due lately."""
    rows = Occurrence.objects.filter(due__range=(at - BACK, at + AHEAD)).exclude(state=State.CANCELLED)
    if feed.unit_id is not None:
        rows = rows.filter(unit=feed.unit_id)
    else:
        posts = _posts_of(feed.person_id, at=at)
        rows = rows.filter(Q(holder=feed.person_id) | (Q(post__in=posts) & Q(holder=None)))
    return rows_of(rows.order_by("due", "pk")[:MOST], at=at)


def _posts_of(person: int | None, *, at: datetime) -> list[int]:
    """Give the posts that a person holds on this day, in whatever way."""
    posts = [post.id for post in people.posts_of_persons([person] if person is not None else [])]
    return [row.post for row in people.holdings_on(posts, at=at) if row.person == person]


def feeds_of(actor: Actor) -> tuple[FeedRow, ...]:
    """List the addresses that a person has made; the addresses themselves are kept nowhere."""
    rows = Feed.objects.filter(made_for=actor.person or 0, revoked_at=None).select_related("unit")
    return tuple(FeedRow(row.unit_id, row.unit.name if row.unit else "", row.made_at) for row in rows)
