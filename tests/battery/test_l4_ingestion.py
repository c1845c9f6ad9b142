"""L4: two workers poll a hundred sources, round after round: each source is read once a round, and nothing is left.

How long it takes, `./do bench` measures. The control is two workers who look what is due and take it without a lease.
"""

from datetime import timedelta

import pytest

from answerable.kernel.trail.queries import verify
from answerable.listening.sources import actions, queries
from answerable.listening.sources.models import Arrival, Item, Poll, Source
from answerable.listening.stories.actions import keeping
from answerable.listening.stories.models import Placement
from tests.answerable.listening.sources.makers import NOON, make_source
from tests.battery import test_d1_kill as kill
from tests.battery.at_once import in_processes
from tests.battery.conftest import FULL

pytestmark = pytest.mark.django_db(transaction=True)
SOURCES = 300 if FULL else 60
ROUNDS = 5 if FULL else 3
WORKERS = 2


@pytest.fixture
def sources():
    """Sources of as many houses, all due at once."""
    for number in range(SOURCES):
        make_source(address=f"https://paper{number}.example/feed", fixed_interval=60)
    keeping.MEMORY.let_go()


def a_round(tick, at):
    """Let two workers do all that is due; gives how many turns of theirs broke."""

    def worker(number):
        broken = 0
        for turn in range(200):
            try:
                kill.one_turn(f"w{number}", tick, at + timedelta(seconds=turn), lambda *_keys: None)
            except Exception:  # noqa: BLE001 - whatever it is, it is counted
                broken += 1
            if not Source.objects.filter(next_poll_at__lte=at + timedelta(seconds=turn)).exists():
                break
        return broken

    return in_processes(WORKERS, worker)


def test_each_source_is_read_once_a_round_and_all_is_placed(sources, tally):
    at = NOON + timedelta(days=1)
    for tick in range(1, ROUNDS + 1):
        at += timedelta(hours=2)
        Source.objects.update(next_poll_at=at)
        assert a_round(tick, at) == [0] * WORKERS
        assert Poll.objects.count() == tick * SOURCES
    keeping.MEMORY.let_go()
    for step in range(300):
        if not queries.waiting_arrivals():
            break
        kill.one_turn("last", ROUNDS, at + timedelta(minutes=2, seconds=step), lambda *_keys: None)
    items = Item.objects.count()
    assert items == SOURCES * 2 * (ROUNDS + 1)
    assert Arrival.objects.count() == 0
    assert Placement.objects.count() == items
    assert Poll.objects.filter(outcome="refused").count() == 0
    assert verify().reason == ""
    tally(cases=items + ROUNDS * SOURCES)


def test_the_control_without_a_lease_reads_every_source_twice(sources, tally):
    def due():
        return list(Source.objects.filter(next_poll_at__lte=NOON).values_list("pk", flat=True))

    both = [due() for _worker in range(WORKERS)]  # each looks before the other has noted anything
    assert len(both[0]) + len(both[1]) == 2 * SOURCES
    claims = [actions.claim_due(SOURCES, lease=f"w{number}", at=NOON) for number in range(WORKERS)]
    assert [len(one) for one in claims] == [SOURCES, 0]
    tally(cases=SOURCES, faults=SOURCES, control=True)
