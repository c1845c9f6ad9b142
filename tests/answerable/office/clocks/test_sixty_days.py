"""Sixty days with two schedulers, restarts, jumping clocks and changing calendars: every rung once, nothing lost."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated
from answerable.office.clocks import actions
from answerable.office.clocks.actions import climbing
from answerable.office.clocks.events import ClockBreached, RungFired
from answerable.office.clocks.models import Clock, LadderStep
from answerable.office.clocks.rules.revising import DayChange, To
from answerable.office.notices.models import Notice
from tests.answerable.office.clocks.makers import DAY, HOUR, make_clock, make_letter_clock, shanghai

START = shanghai(2026, 9, 1, 8)
END = START + 60 * DAY


class Fallen(BaseException):
    """The process died here."""


def wander(rng):
    """Moments at which something runs: mostly forward, with outages, and now and then a clock that was set back."""
    at = START
    while at < END:
        yield at
        steps = [HOUR * rng.uniform(0.1, 12), DAY * rng.uniform(1, 6), -HOUR * rng.uniform(0, 30)]
        at += rng.choices(steps, weights=[8, 1, 1])[0]


def happen(rng, office, number, at) -> None:
    """One thing that people do to clocks."""
    limit = rng.choice(["48h", "4wh", "3wd", "7wd", "10cd"])
    ladder = rng.choice(["std", "fast"])
    subject = f"letter:{rng.randrange(1, number + 2)}"
    deeds = [
        lambda: make_clock(office, at=at, subject=f"case:{number}", limit=limit, ladder=ladder),
        lambda: make_letter_clock(office, at=at, subject=subject),
        lambda: actions.meet(subject, "substantive_reply", by=office.chen, at=at),
        lambda: actions.close(subject, by=office.chen, at=at),
        lambda: pause_or_resume(office, at),
        lambda: extend_one(office, at),
        lambda: revise(rng, office, at),
    ]
    try:
        rng.choices(deeds, weights=[5, 5, 2, 1, 3, 1, 1])[0]()
    except Anticipated:
        return  # people try what is not allowed, too


def pause_or_resume(office, at) -> None:
    """A clock stands still, or runs again."""
    for clock in (
        Clock.objects.filter(state__in=["running", "paused"]).exclude(pause_reasons=[]).order_by("pk")[:2]
    ):
        if clock.state == "paused":
            actions.resume(clock.pk, by=office.chen, at=at)
        else:
            actions.pause(clock.pk, "asked_for_clarification", by=office.chen, at=at)


def extend_one(office, at) -> None:
    """The head grants the longer limit."""
    clock = Clock.objects.filter(state="running").exclude(extension={}).order_by("pk").last()
    if clock:
        actions.extend(clock.pk, "15wd", "Laboratory", by=office.boris, at=at)


def revise(rng, office, at) -> None:
    """An officer changes a day of the autumn."""
    day = date(2026, 9, 1) + timedelta(days=rng.randrange(75))
    actions.change_days("CN", [DayChange(day, day, rng.choice(list(To)), "Storm")], by=office.ada, at=at)


def climb(rng, at, monkeypatch) -> None:
    """One run of a scheduler, which now and then dies after a few rungs."""
    if rng.random() > 0.15:
        actions.climb(by=MACHINE, at=at)
        return
    from_here = [rng.randrange(3)]

    def dies(*_words, **_facts):
        from_here[0] -= 1
        if from_here[0] < 0:
            raise Fallen

    with monkeypatch.context() as patch:
        patch.setattr("answerable.office.clocks.actions.climbing.called_by", dying(dies))
        try:
            actions.climb(by=MACHINE, at=at)
        except Fallen:
            return


def dying(dies):
    """Who is called, by a process that may die while it asks."""
    from_real = climbing.called_by

    def called_by(clock, words, *, at):
        dies()
        return from_real(clock, words, at=at)

    return called_by


@pytest.mark.parametrize("seed", range(4))
def test_every_rung_is_climbed_once_and_nothing_is_lost(office, heard, monkeypatch, seed) -> None:
    rng = random.Random(seed)
    for number, at in enumerate(wander(rng)):
        happen(rng, office, number, at)
        for _scheduler in range(rng.choice([0, 1, 2])):
            climb(rng, at, monkeypatch)
    actions.climb(by=MACHINE, at=END + 40 * DAY)
    actions.climb(by=MACHINE, at=END + 40 * DAY)

    fired = Counter(one.rung_id for one in heard if isinstance(one, RungFired))
    sent = LadderStep.objects.filter(state="sent")
    assert fired
    # a run that died took its news back with it: what was told and rolled back has no row that says "sent"
    assert set(sent.values_list("pk", flat=True)) <= set(fired)
    assert sent.count() == Notice.objects.filter(key__startswith="rung:").values("key").distinct().count()
    assert not sent.filter(sent_at=None).exists()
    assert not LadderStep.objects.filter(state="armed", clock__state="running").exists()

    once = LadderStep.objects.filter(do__in=["urge_notice", "open_finding", "breach_notice"])
    owed = once.filter(clock__state="running", turn__gte=1)
    assert all(step.state == "sent" for step in owed if step.turn == step.clock.turn)

    told = Counter(one.clock for one in heard if isinstance(one, ClockBreached))
    over = Clock.objects.filter(state="running", due__lt=END + 40 * DAY)
    assert over.exists()
    assert not over.filter(breached_at=None).exists()
    assert set(over.values_list("pk", flat=True)) <= set(told)
    assert all(told[clock.pk] <= clock.turn + clock.round for clock in Clock.objects.all())
    ended = Clock.objects.filter(state__in=["met", "closed"])
    assert not LadderStep.objects.filter(clock__in=ended, state="armed").exists()
