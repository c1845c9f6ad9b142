"""The daily look at our own past."""

from datetime import timedelta

import pytest

from answerable.listening.stories.actions import keeping
from answerable.listening.stories.actions.calibrating import calibrate
from answerable.listening.stories.models import StreamStep
from storystream.evaluate import null
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import group, publish

pytestmark = pytest.mark.django_db

PLACES = ("Mill Lane", "Northgate", "Harbour Road", "Eastfield", "Chapel Hill", "Weir Street", "Old Market")
MATTERS = (
    "water main",
    "school roof",
    "bus strike",
    "market fire",
    "bridge closure",
    "library grant",
    "flood wall",
)


@pytest.fixture
def lease(monkeypatch):
    """The right to write; sixty items are enough, or the test would have to store fifteen hundred."""
    monkeypatch.setattr(null, "ENOUGH", 60)
    return "one"


def live_through(days: int) -> None:
    """Seventy matters, evenly over so many days."""
    for number in range(70):
        at = NOON - timedelta(days=days * (70 - number) / 70)
        publish(
            f"{PLACES[number % 7]}: {MATTERS[number // 7 % 7]} before the council, file {number * 37}", at=at
        )
    group(at=NOON)
    assert keeping.take_lease("one", at=NOON)


def bars():
    return keeping.stream_now().stream.arrivals.grouping.ground.curves.copy()


def test_bars_follow_our_own_past_and_a_fresh_worker_has_the_same(lease):
    live_through(days=300)
    before = bars()
    assert calibrate(lease=lease, at=NOON) == ("en/0",)
    after, digest = bars(), keeping.stream_now().stream.digest()
    assert (after != before).any()
    keeping.MEMORY.let_go()
    assert keeping.stream_now().stream.digest() == digest
    assert keeping.take_snapshot(keeping.stream_now(), lease=lease, at=NOON)
    keeping.MEMORY.let_go()
    assert not StreamStep.objects.exists()
    assert (bars() == after).all()


def test_the_same_past_gives_the_same_bars(lease):
    live_through(days=300)
    calibrate(lease=lease, at=NOON)
    once = bars()
    calibrate(lease=lease, at=NOON + timedelta(days=1))
    assert (bars() == once).all()


def test_a_past_of_a_month_leaves_the_bars_as_they_came(lease):
    live_through(days=30)
    before = bars()
    assert calibrate(lease=lease, at=NOON) == ()
    assert (bars() == before).all()


def test_whoever_lost_the_lease_changes_nothing(lease):
    live_through(days=300)
    before = bars()
    keeping.give_back_lease("one")
    assert keeping.take_lease("two", at=NOON)
    with pytest.raises(keeping.Moved):
        calibrate(lease=lease, at=NOON)
    assert (bars() == before).all()
