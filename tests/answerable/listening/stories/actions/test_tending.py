"""The hourly pass, and closing what is quiet."""

from datetime import timedelta

import pytest

from answerable.listening.stories.actions import keeping
from answerable.listening.stories.actions.recounting import recount
from answerable.listening.stories.actions.tending import QUIET, close_quiet, tend_if_due
from answerable.listening.stories.models import Regrouping, Story, StreamState
from storystream.items import Regrouping as Told
from storystream.pipeline import Stream
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import BRIDGE, WATER, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def lease():
    assert keeping.take_lease("one", at=NOON)
    return "one"


def test_the_pass_is_made_once_an_hour(lease):
    later = NOON + timedelta(minutes=59)
    assert tend_if_due(lease=lease, heard_until=NOON, at=NOON)
    assert not tend_if_due(lease=lease, heard_until=later, at=later)
    assert tend_if_due(lease=lease, heard_until=NOON + timedelta(hours=1), at=NOON + timedelta(hours=1))
    assert StreamState.objects.get().tended_at == NOON + timedelta(hours=1)


def test_what_the_pass_merges_and_splits_is_written_down_to_be_taken_back(lease, monkeypatch):
    keeping.give_back_lease(lease)
    water, bridge = make_story(WATER), make_story(BRIDGE)
    assert keeping.take_lease(lease, at=NOON)
    moved = tuple(str(pk) for pk in bridge.placements.values_list("pk", flat=True))
    first = str(water.placements.order_by("pk").first().pk)
    answers = [
        Told("merge", bridge.number, water.number, moved, "3 pairs of items alike"),
        Told("split", water.number, 99, (first,), "two groups"),
    ]
    monkeypatch.setattr(Stream, "tend", lambda self, at: answers)
    tend_if_due(lease=lease, heard_until=NOON, at=NOON)
    assert list(Regrouping.objects.order_by("pk").values_list("kind", "evidence", "by_person")) == [
        ("merge", "3 pairs of items alike", False),
        ("split", "two groups", False),
    ]
    assert Story.objects.get(pk=bridge.pk).merged_into == water
    assert Story.objects.get(number=99).items == 1
    assert Story.objects.get(pk=water.pk).items == 4


def test_a_story_closes_when_nothing_came_for_long_and_opens_again():
    story = make_story(WATER)
    late = NOON + QUIET + timedelta(hours=5)
    assert close_quiet(at=late) == 1
    story.refresh_from_db()
    assert story.closed_at == late
    recount([story.pk], at=story.arrived_at)
    story.refresh_from_db()
    assert story.closed_at is None
