"""D3: sixty days again, from more seeds; and a seed tells the same story when it is told again.

The days are those of tests/answerable/office/clocks/test_sixty_days.py. The controls are schedulers as they are often
written: one looks what is due in this hour, and one reads, sends, and notes it afterwards.
"""

import random
from datetime import timedelta

import pytest
from django.db import transaction

from answerable.office.clocks.models import Clock, LadderStep
from tests.answerable.office.clocks import test_sixty_days as sixty
from tests.answerable.office.clocks.conftest import heard, office
from tests.battery.conftest import FULL

__all__ = ["heard", "office"]
SEEDS = range(100, 160 if FULL else 120)


def story():
    """What sixty days left behind: each clock and each rung, without the numbers the database gave them."""
    clocks = Clock.objects.order_by("pk").values_list(
        "subject", "stage", "state", "due", "turn", "breached_at"
    )
    rungs = LadderStep.objects.order_by("pk").values_list("do", "state", "turn", "sent_at")
    return [*clocks], [*rungs]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_seed_finds_a_rung_forgotten_or_climbed_twice(office, heard, monkeypatch, tally, seed):
    sixty.test_every_rung_is_climbed_once_and_nothing_is_lost(office, heard, monkeypatch, seed)
    moments = len([*sixty.wander(random.Random(seed))])
    tally(cases=moments, faults=Clock.objects.count())


def test_a_seed_tells_the_same_story_again(office, heard, monkeypatch, tally):
    stories = []
    for _time in range(2):
        heard.clear()
        with transaction.atomic():
            sixty.test_every_rung_is_climbed_once_and_nothing_is_lost(office, heard, monkeypatch, 77)
            stories.append(story())
            transaction.set_rollback(True)
    assert stories[0][1]
    assert stories[0] == stories[1]
    tally(cases=len(stories[0][1]))


def naive_lives(tick):
    """Run a scheduler of the control over the same wandering moments; gives how often each rung was told."""
    told = {}
    for seed in SEEDS:
        rng = random.Random(seed)
        rungs = {(seed, number): sixty.START + timedelta(hours=rng.uniform(1, 1400)) for number in range(40)}
        told |= dict.fromkeys(rungs, 0)
        for at in sixty.wander(rng):
            for rung in tick(rungs, told, at):
                told[rung] += 1
    return told


def test_the_control_that_looks_at_this_hour_alone_forgets(tally):
    def this_hour(rungs, told, at):
        return [
            rung for rung, due in rungs.items() if not told[rung] and due <= at < due + timedelta(hours=1)
        ]

    forgotten = [rung for rung, times in naive_lives(this_hour).items() if times == 0]
    assert len(forgotten) > len(SEEDS)
    tally(cases=40 * len(SEEDS), faults=len(forgotten), control=True)


def test_the_control_of_two_that_read_before_either_notes_tells_twice(tally):
    def both(rungs, told, at):
        due = [rung for rung, moment in rungs.items() if not told[rung] and moment <= at]
        return due + due

    twice = [rung for rung, times in naive_lives(both).items() if times > 1]
    assert len(twice) > len(SEEDS)
    tally(cases=40 * len(SEEDS), faults=len(twice), control=True)
