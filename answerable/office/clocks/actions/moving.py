"""The date of an open clock changes: by a person's decision, by an extension, after a pause or with the calendar."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotAllowed, NotFound
from answerable.kernel.events import publish
from answerable.kernel.trail.actions import record
from answerable.office.clocks.actions import counting
from answerable.office.clocks.events import ClockMoved, ClockPaused
from answerable.office.clocks.models import Clock, DateChange, Pause
from answerable.office.clocks.queries import standing
from answerable.office.clocks.queries.recipients import owners
from answerable.office.clocks.rules.calendars import WorkCalendar
from answerable.office.clocks.rules.limits import deadline, read_limit
from answerable.office.clocks.rules.states import MOVES, OPEN, Move, State, is_over


@dataclass(frozen=True, slots=True)
class Shift:
    """How a date changed: from when, what kind of change, and why."""

    old: datetime
    kind: str
    reason: str
    #: Whether the ladder is climbed anew: a person gave another date, and every rung counts again.
    anew: bool = False


def open_clock(clock: int) -> Clock:
    """Take an open clock for changing, or say that there is none."""
    found = Clock.objects.select_for_update().filter(pk=clock, state__in=OPEN).first()
    if found is None:
        raise NotFound(_("This clock does not run any more."), _("Load the page again."))
    return found


def shift(clock: Clock, change: Shift, calendar: WorkCalendar, *, by: Actor, at: datetime) -> None:
    """Write a clock's new date down with the old one, set its rungs, and tell. Joins the caller's transaction."""
    freed = clock.breached_at is not None and not is_over(clock.due, at=at)
    if freed:
        clock.breached_at = None
    if freed or change.anew:
        counting.disarm(clock)
        clock.turn += 1
    clock.save()
    if freed or change.anew:
        counting.arm(clock, calendar, at=at)
    else:
        counting.rearm(clock, calendar)
    DateChange.objects.create(
        clock=clock,
        kind=change.kind,
        reason=change.reason[:500],
        limit=clock.limit,
        old=change.old,
        new=clock.due,
        by_name=by.name,
        at=at,
    )
    record(
        "clocks.move",
        f"clock:{clock.pk}",
        by=by,
        at=at,
        subject=clock.subject,
        stage=clock.stage,
        kind=change.kind,
        reason=change.reason,
        old=change.old,
        new=clock.due,
    )
    to = tuple(one.person for one in owners(clock, at=at))
    publish(
        ClockMoved(
            clock.subject,
            change.old,
            clock.due,
            at,
            clock.pk,
            clock.title,
            clock.link,
            change.kind,
            change.reason,
            to,
            clock.title_zh,
        )
    )


def move(subject: str, stage: str, due: datetime, reason: str, *, by: Actor, at: datetime) -> int:
    """Give an open clock another date; a stage without one is left alone. Gives how many moved."""
    with transaction.atomic():
        clock = (
            Clock.objects.select_for_update()
            .filter(subject=subject, stage=stage, state__in=OPEN)
            .exclude(due=due)
            .first()
        )
        if clock is None:
            return 0
        old, clock.due, clock.limit, clock.derivation = clock.due, due, "", []
        shift(clock, Shift(old, "moved", reason, anew=True), counting.calendar_for(clock), by=by, at=at)
    return 1


def hand_on(
    subject: str,
    unit: int | None,
    *,
    post: int | None = None,
    person: int | None = None,
    by: Actor,
    at: datetime,
) -> int:
    """Let the open clocks of a subject call another unit, post or person; no limit moves by it. Gives how many."""
    with transaction.atomic():
        rows = Clock.objects.filter(subject=subject, state__in=OPEN)
        handed = rows.update(unit=unit, post=post, person=person)
        if handed:
            record(
                "clocks.hand_on", subject, by=by, at=at, unit=unit, post=post, person=person, clocks=handed
            )
    return handed


def pause(clock: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Let a clock stand still, where its rule allows it for this reason."""
    with transaction.atomic():
        row = open_clock(clock)
        if reason not in row.pause_reasons:
            raise NotAllowed(_("The rule does not let this clock stand still for that."), _("It runs on."))
        if is_over(row.due, at=at):
            raise NotAllowed(_("The limit has run out; it cannot stand still any more."), _("Answer now."))
        MOVES.make(Clock.objects.filter(pk=row.pk), State(row.state), Move.PAUSE)
        Pause.objects.create(clock=row, reason=reason, begins=at, by_name=by.name)
        record("clocks.pause", f"clock:{row.pk}", by=by, at=at, subject=row.subject, reason=reason)
        to = tuple(one.person for one in owners(row, at=at))
        publish(ClockPaused(row.pk, row.subject, row.title, row.link, reason, to, at, row.title_zh))


def resume(clock: int, *, by: Actor, at: datetime) -> None:
    """Let a clock run again; the time it stood still is given back."""
    with transaction.atomic():
        row = open_clock(clock)
        MOVES.make(Clock.objects.filter(pk=row.pk), State(row.state), Move.RESUME)
        row.state = State.RUNNING
        # a clock of the machine that was set back must not make a pause end before it began
        open_pause = row.pauses.get(ends=None)
        Pause.objects.filter(pk=open_pause.pk).update(ends=max(at, open_pause.begins))
        record("clocks.resume", f"clock:{row.pk}", by=by, at=at, subject=row.subject)
        calendar = counting.calendar_for(row)
        old = row.due
        counting.count(row, calendar)
        if row.due != old:
            shift(row, Shift(old, "paused", open_pause.reason), calendar, by=by, at=at)
        else:
            row.save(update_fields=["derivation", "provisional", "calendar_version"])
        to = tuple(one.person for one in owners(row, at=at))
        publish(ClockPaused(row.pk, row.subject, row.title, row.link, "", to, at, row.title_zh))


def extend(clock: int, limit: str, reason: str, *, by: Actor, at: datetime) -> datetime:
    """Give a clock the longer limit that its rule allows, counted from its start; gives the new date."""
    by.need("clocks.extend")
    with transaction.atomic():
        row = open_clock(clock)
        calendar = counting.calendar_for(row)
        _may_extend(row, limit, reason, calendar, by=by, at=at)
        old, row.limit = row.due, limit
        counting.count(row, calendar)
        if row.due <= old:
            raise NotAllowed(
                _("That is no longer than the limit it has."), _("Choose a longer one, or leave it as it is.")
            )
        shift(row, Shift(old, "extended", reason, anew=True), calendar, by=by, at=at)
    return row.due


def _may_extend(
    row: Clock, limit: str, reason: str, calendar: WorkCalendar, *, by: Actor, at: datetime
) -> None:
    """Refuse an extension that the rule does not allow, with a sentence."""
    most = row.extension.get("limit", "")
    if not most or row.every:
        raise NotAllowed(_("The rule does not allow this limit to be extended."), _("It stays as it is."))
    if not reason.strip():
        raise NotAllowed(_("An extension needs a reason."), _("Say why more time is needed."))
    if is_over(row.due, at=at):
        raise NotAllowed(
            _("The limit has run out; it could be extended only while it ran."), _("Answer now and say why.")
        )
    pauses = counting.pauses_of(row)
    asked = deadline(row.since, read_limit(limit), calendar, pauses=pauses)
    allowed = deadline(row.since, read_limit(most), calendar, pauses=pauses)
    if asked.at > allowed.at:
        raise NotAllowed(
            _("The rule allows %(limit)s at most.") % {"limit": most}, _("Choose a shorter extension.")
        )
    posts = standing.post_ids(row.extension.get("approver", ""))
    if by.kind == "person" and posts and not by.posts & set(posts):
        raise NotAllowed(
            _("The rule names another post that approves extensions."), _("Ask its holder to approve it.")
        )
