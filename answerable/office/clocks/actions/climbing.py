"""Rungs that are due are climbed, each exactly once; limits that have run out are marked, each once."""

from collections import defaultdict
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from answerable.kernel.actor import Actor
from answerable.kernel.events import publish
from answerable.kernel.trail.actions import record
from answerable.office.clocks.actions.meeting import mark_breach
from answerable.office.clocks.events import RungFired
from answerable.office.clocks.models import Clock, LadderStep
from answerable.office.clocks.queries.recipients import called_by
from answerable.office.clocks.rules.states import REMINDERS, STEP_MOVES, State, StepMove, StepState

#: Clocks taken up in one run; more wait for the next, a minute later.
BATCH = 500


@dataclass(frozen=True, slots=True)
class Climbed:
    """What one run did."""

    sent: int = 0
    breached: int = 0


def climb(*, by: Actor, at: datetime) -> Climbed:
    """Climb what is due, clock by clock, each in a transaction of its own.

    One that cannot be climbed stops no other: what went wrong is raised together at the end, so that the run fails
    where somebody sees it and comes again.
    """
    due = LadderStep.objects.filter(state=StepState.ARMED, fires_at__lte=at, clock__state=State.RUNNING)
    steps: dict[int, list[int]] = defaultdict(list)
    for clock, step in due.order_by("fires_at", "pk").values_list("clock", "pk")[:BATCH]:
        steps[clock].append(step)
    over = Clock.objects.filter(state=State.RUNNING, breached_at=None, due__lt=at)
    for clock in over.order_by("due", "pk").values_list("pk", flat=True)[:BATCH]:
        steps.setdefault(clock, [])
    done, wrong = [], []
    for clock, ids in steps.items():
        try:
            done.append(_climb_one(clock, ids, by=by, at=at))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is raised below
            error.add_note(f"clock {clock}")
            wrong.append(error)
    if wrong:
        raise ExceptionGroup("clocks that could not be climbed", wrong)
    return Climbed(sum(one.sent for one in done), sum(one.breached for one in done))


def _climb_one(clock_id: int, ids: list[int], *, by: Actor, at: datetime) -> Climbed:
    with transaction.atomic():
        # taken before its rungs are looked at: whoever meets, pauses or moves it waits, or went first
        clock = Clock.objects.select_for_update().get(pk=clock_id)
        if clock.state != State.RUNNING:
            return Climbed()
        breached = mark_breach(clock, at=at)
        rungs = clock.steps.filter(pk__in=ids, state=StepState.ARMED, fires_at__lte=at)
        waiting = list(rungs.order_by("fires_at", "index"))
        sent = 0
        for number, step in enumerate(waiting, 1):
            if step.do in REMINDERS and number < len(waiting):
                LadderStep.objects.filter(pk=step.pk, state=StepState.ARMED).update(
                    state=STEP_MOVES.after(StepState.ARMED, StepMove.SUPERSEDE)
                )
                continue
            sent += _send(clock, step, by=by, at=at)
    return Climbed(sent, int(breached))


def _send(clock: Clock, step: LadderStep, *, by: Actor, at: datetime) -> int:
    called = called_by(clock, step.to, at=at)
    armed = LadderStep.objects.filter(pk=step.pk, state=StepState.ARMED)
    changes = {"sent_at": at, "called": [asdict(one) for one in called]}
    if not armed.update(state=STEP_MOVES.after(StepState.ARMED, StepMove.SEND), **changes):
        return 0
    record(
        "clocks.climb",
        f"clock:{clock.pk}",
        by=by,
        at=at,
        subject=clock.subject,
        rung=step.offset,
        do=step.do,
        called=[[one.name, one.instead_of] for one in called],
    )
    publish(
        RungFired(
            step.pk,
            clock.pk,
            clock.subject,
            clock.title,
            clock.link,
            step.do,
            tuple(one.person for one in called),
            clock.unit_id,
            at,
            clock.stage,
            clock.due,
            tuple((one.person, one.instead_of) for one in called if one.instead_of),
            clock.title_zh,
        )
    )
    return 1
