"""Reading the rota: who is on duty, this week and the next, what was handed over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from answerable.kernel.actor import Actor
from answerable.office.clocks import queries as clocks
from answerable.office.clocks.rules.calendars import WorkCalendar
from answerable.office.clocks.rules.ladders import touches_hours
from answerable.office.people import queries as people
from answerable.office.people.rules import PostKind
from answerable.office.rota.models import HandOver, Turn
from answerable.office.rota.rules import Stint, gaps

WEEK = timedelta(days=7)
#: Posts whose holders can be put on duty.
_KINDS = (PostKind.OFFICE, PostKind.LEAD, PostKind.SPOKESPERSON, PostKind.LIAISON, PostKind.KEEPER)


@dataclass(frozen=True, slots=True)
class TurnRow:
    """One turn of duty."""

    id: int
    person: int
    name: str
    post: str
    begins: datetime
    ends: datetime
    running: bool
    over: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class NoteRow:
    """What one said to the next."""

    id: int
    words: str
    by: str
    at: datetime
    taken_by: str
    taken_at: datetime | None


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One week of the rota, and where nobody is on duty in it."""

    begins: datetime
    ends: datetime
    turns: tuple[TurnRow, ...]
    open: tuple[Stint, ...]


@dataclass(frozen=True, slots=True)
class RotaPage:
    """The rota as its page shows it."""

    now: tuple[TurnRow, ...]
    following: TurnRow | None
    weeks: tuple[WeekRow, ...]
    notes: tuple[NoteRow, ...]
    may_keep: bool
    may_write: bool


def on_duty(*, at: datetime) -> tuple[int, ...]:
    """Say who is on duty at a moment; nobody where the rota has no turn."""
    rows = _turns().filter(begins__lte=at, ends__gt=at).order_by("begins", "pk")
    return tuple(dict.fromkeys(rows.values_list("person", flat=True)))


def _turns() -> "QuerySet[Turn]":
    return Turn.objects.filter(dropped="")


def page(actor: Actor, *, at: datetime) -> RotaPage:
    """Show who is on duty now and next, this week and the one after, and the last notes."""
    monday = week_of(at)
    end = monday + 2 * WEEK
    turns = _turns().select_related("person", "post").order_by("begins", "pk")
    shown = [_row(row, actor, at=at) for row in turns.filter(ends__gt=min(monday, at), begins__lt=end)]
    calendar = clocks.calendar_of(None, at=at)
    later = turns.filter(begins__gt=at).first()
    return RotaPage(
        now=tuple(row for row in shown if row.running),
        following=_row(later, actor, at=at) if later else None,
        weeks=tuple(_week(shown, monday + WEEK * number, calendar, at=at) for number in (0, 1)),
        notes=notes(),
        may_keep=actor.may("rota.keep"),
        may_write=actor.may("rota.keep") or actor.person in on_duty(at=at),
    )


def week_of(at: datetime) -> datetime:
    """Give the Monday midnight, in the body's zone, of the week of a moment."""
    local = timezone.localtime(at)
    monday = (local - timedelta(days=local.weekday())).date()
    return datetime.combine(monday, datetime.min.time(), tzinfo=timezone.get_current_timezone())


def _row(row: Turn, actor: Actor, *, at: datetime) -> TurnRow:
    return TurnRow(
        row.pk,
        row.person_id,
        row.person.name,
        row.post.title if row.post else "",
        row.begins,
        row.ends,
        Stint(row.begins, row.ends).holds(at),
        row.ends <= at,
        row.person_id == actor.person,
    )


def _week(rows: Iterable[TurnRow], begins: datetime, calendar: WorkCalendar, *, at: datetime) -> WeekRow:
    whole = Stint(begins, begins + WEEK)
    inside = tuple(row for row in rows if Stint(row.begins, row.ends).overlaps(whole))
    ahead = Stint(max(begins, at), whole.ends)
    spans = [Stint(row.begins, row.ends) for row in inside]
    return WeekRow(begins, whole.ends, inside, _worked(gaps(spans, ahead), calendar) if inside else ())


def _worked(found: tuple[Stint, ...], calendar: WorkCalendar) -> tuple[Stint, ...]:
    """Leave out gaps that touch no office hours: nights without duty are no gap where nobody does nights."""
    return tuple(gap for gap in found if touches_hours(calendar, gap.begins, gap.ends))


def notes(limit: int = 10) -> tuple[NoteRow, ...]:
    """List the last hand-over notes."""
    rows = HandOver.objects.order_by("-at", "-pk")[:limit]
    return tuple(
        NoteRow(row.pk, row.words, row.by_name, row.at, row.taken_by_name, row.taken_at) for row in rows
    )


def candidates(*, at: datetime) -> list[tuple[str, str]]:
    """List who can be put on duty, with the post they hold: "post:person" and the words."""
    posts = {post.id: post for post in people.posts_of_kinds(_KINDS)}
    held = people.holdings_on(list(posts), at=at)
    return [
        (f"{one.post}:{one.person}", f"{one.name} · {posts[one.post].title} · {posts[one.post].unit_name}")
        for one in held
    ]
