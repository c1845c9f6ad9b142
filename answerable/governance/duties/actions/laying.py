"""Runs are made ahead, moved and cancelled as the plan in force asks; nobody types them in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby

from django.db import transaction

from answerable.governance.duties.models import Layout, Occurrence
from answerable.governance.duties.rules import laying as rules
from answerable.governance.duties.rules.laying import Changes, Present, Wanted
from answerable.governance.duties.rules.states import MOVES, Move, State
from answerable.governance.plan import queries as plan
from answerable.governance.plan.queries import Standing
from answerable.governance.plan.rules.document import BUREAU, Duty
from answerable.kernel.actor import Actor
from answerable.kernel.trail.actions import record
from answerable.office.clocks import queries as clocks
from answerable.office.clocks.rules.calendars import WorkCalendar
from answerable.office.people.queries import day_of

#: Rows written by one statement: below the number of values that SQLite binds (32,766) with our 20 columns.
A_BATCH = 500


@dataclass(frozen=True, slots=True)
class LaidOut:
    """What a layout wrote."""

    made: int = 0
    moved: int = 0
    cancelled: int = 0

    def __add__(self, other: "LaidOut") -> "LaidOut":
        return LaidOut(self.made + other.made, self.moved + other.moved, self.cancelled + other.cancelled)


def lay_out(*, by: Actor, at: datetime) -> LaidOut:
    """Make the runs of the plan in force for the next twelve months; doing it again changes nothing.

    One transaction a duty, so that nobody waits for the whole: what is cut off is done by the next round.
    """
    standing = plan.in_force(at=at)
    if standing is None:
        return _cancel_repealed(by=by, at=at)
    calendar = clocks.calendar_of(None, at=at)
    before = Layout.objects.filter(version=standing.version_id).first()
    span = rules.window(_holds_from(standing), before.until if before else None, today=day_of(at))
    bound = plan.posts_bound(standing.version_id)
    done = LaidOut()
    for duty in standing.document.duties.values():
        posts = posts_of(duty, standing, bound)
        asked = rules.wanted(duty, standing.document, posts, calendar, (span[0], span[1] + rules.MARGIN))
        done += _lay_duty(duty, asked, standing, _moments(span, calendar), by=by, at=at)
    done += _cancel_vanished(standing, _moments(span, calendar)[0], by=by, at=at)
    Layout.objects.update_or_create(
        version=standing.version_id,
        defaults={
            "effective": span[0] if before is None else before.effective,
            "until": span[1],
            "calendar": calendar.version,
            "laid_at": at,
        },
    )
    return done


def _holds_from(standing: Standing) -> date:
    """Give the first day whose duties the plan can ask for: not before it was put in force here."""
    days = [standing.effective, day_of(standing.in_force_at) if standing.in_force_at else None]
    return max((day for day in days if day is not None), default=date.min)


def _moments(span: tuple[date, date], calendar: WorkCalendar) -> tuple[datetime, datetime]:
    begin, end = (datetime.combine(day, time(0), tzinfo=calendar.place) for day in span)
    return begin, end


def posts_of(duty: Duty, standing: Standing, bound: Mapping[tuple[str, int], int]) -> dict[int, int]:
    """Say in which units a duty is owed, and by which post."""
    post = standing.document.posts.get(duty.owner)
    units = {unit: id_ for (code, unit), id_ in bound.items() if code == duty.owner}
    if post is not None and post.unit == BUREAU and len(units) > 1:
        first = min(units)
        return {first: units[first]}
    return units


def _lay_duty(
    duty: Duty,
    asked: list[Wanted],
    standing: Standing,
    span: tuple[datetime, datetime],
    *,
    by: Actor,
    at: datetime,
) -> LaidOut:
    """Bring the runs of one duty to what is asked, in one transaction with one trail entry."""
    with transaction.atomic():
        rows = Occurrence.objects.filter(duty=duty.id, due__gte=span[0] - rules.MARGIN)
        present = [present_of(row) for row in rows]
        changes = rules.reconcile(asked, present, version=standing.version_id, span=span)
        if changes.is_empty:
            return LaidOut()
        made = _make(changes.make, duty, standing, at=at)
        moved = _move(changes, duty, standing, at=at)
        cancelled = _cancel(changes.cancel, standing, at=at)
        record(
            "duties.lay_out",
            f"duty:{duty.id}",
            by=by,
            at=at,
            plan=standing.number,
            made=made,
            cancelled=_told(changes.cancel),
            moved=_dates(changes),
        )
    return LaidOut(made, moved, cancelled)


def present_of(row: Occurrence) -> Present:
    """Give a row as the rules look at it."""
    key = (row.duty, row.unit_id, row.period_begin)
    state = State(row.state)
    return Present(row.pk, key, state, row.version, row.post_id, row.opens_at, row.due, row.missed_at)


def _fields(one: Wanted, duty: Duty, standing: Standing) -> dict[str, object]:
    """Give what the plan says of a run, as columns."""
    return {
        "version": standing.version_id,
        "version_number": standing.number[:40],
        "name_en": duty.name("en")[:300],
        "name_zh": duty.name("zh")[:300],
        "post_id": one.post,
        "period_end": one.run.period_end,
        "opens_at": one.run.opens,
        "original_due": one.run.due,
        "due": one.run.due,
        "provisional": one.run.provisional,
        "missed_at": one.missed_at,
    }


def _make(wanted: Iterable[Wanted], duty: Duty, standing: Standing, *, at: datetime) -> int:
    """Add runs; one that another scheduler has added in this moment is left as it is."""
    rows = [
        Occurrence(
            duty=one.duty,
            unit_id=one.unit,
            period_begin=one.run.period_begin,
            state=State.PLANNED,
            state_since=at,
            **_fields(one, duty, standing),
        )
        for one in wanted
    ]
    Occurrence.objects.bulk_create(rows, batch_size=A_BATCH, ignore_conflicts=True)
    return len(rows)


def _move(changes: Changes, duty: Duty, standing: Standing, *, at: datetime) -> int:
    """Bring runs that have not opened to what the plan says now."""
    moved = 0
    for row, one in changes.move:
        still = Occurrence.objects.filter(pk=row.id, state=State.PLANNED)
        moved += still.update(**_fields(one, duty, standing))
    for row, one in changes.restore:
        fields = _fields(one, duty, standing)
        rows = Occurrence.objects.filter(pk=row.id)
        MOVES.make(rows, State.CANCELLED, Move.RESTORE, state_since=at, reason="", reason_by="", **fields)
        moved += 1
    return moved


def _cancel(rows: Iterable[Present], standing: Standing, *, at: datetime) -> int:
    """Cancel runs that the plan no longer asks for; the reason stays with them."""
    ids = [row.id for row in rows]
    end = MOVES.after(State.PLANNED, Move.CANCEL)
    return Occurrence.objects.filter(pk__in=ids, state=State.PLANNED).update(
        state=end, state_since=at, reason=f"plan:{standing.number}"
    )


def _cancel_vanished(standing: Standing, begin: datetime, *, by: Actor, at: datetime) -> LaidOut:
    """Cancel the runs of duties that the plan in force does not have at all."""
    with transaction.atomic():
        rows = Occurrence.objects.filter(state=State.PLANNED, due__gte=begin)
        gone = [present_of(row) for row in rows.exclude(duty__in=list(standing.document.duties))]
        if not gone:
            return LaidOut()
        cancelled = _cancel(gone, standing, at=at)
        record(
            "duties.cancel_vanished",
            f"plan:{standing.version_id}",
            by=by,
            at=at,
            plan=standing.number,
            cancelled=_told(gone),
        )
    return LaidOut(cancelled=cancelled)


def _cancel_repealed(*, by: Actor, at: datetime) -> LaidOut:
    """Cancel what was to come under a plan that was repealed; a new one brings back what it asks for."""
    with transaction.atomic():
        rows = Occurrence.objects.filter(state=State.PLANNED, opens_at__gt=at)
        end = MOVES.after(State.PLANNED, Move.CANCEL)
        cancelled = rows.update(state=end, state_since=at, reason="repealed")
        if cancelled:
            record("duties.cancel_repealed", "duties", by=by, at=at, cancelled=cancelled)
    return LaidOut(cancelled=cancelled)


def _told(rows: Iterable[Present]) -> dict[str, list[str]]:
    """Say which periods of which duties are meant; units of the same period are not repeated."""
    keys = sorted({(row.key[0], row.key[2].isoformat()) for row in rows})
    return {duty: [period for _duty, period in group] for duty, group in groupby(keys, lambda key: key[0])}


def _dates(changes: Changes) -> list[dict[str, str]]:
    """Say which due dates moved, from where to where."""
    moved = {
        (row.key[2].isoformat(), row.due.isoformat(), one.run.due.isoformat())
        for row, one in (*changes.move, *changes.restore)
        if row.due != one.run.due
    }
    return [{"period": period, "old": old, "new": new} for period, old, new in sorted(moved)]
