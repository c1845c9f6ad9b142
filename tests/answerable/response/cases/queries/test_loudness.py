"""What the stories did before and after the answer."""

from datetime import timedelta

import pytest

from answerable.listening.stories.models import Story
from answerable.response.cases.queries.loudness import loudness
from tests.answerable.listening.signals.makers import PAPERS
from tests.answerable.listening.stories.makers import group, publish
from tests.answerable.office.people.makers import NOON

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def story_of(*hours: int) -> int:
    """A story carried so many hours around noon, by another publication each time."""
    for place, hour in enumerate(hours):
        publish(
            f"No water in Mill Lane, {PAPERS[place % 10]} reports",
            paper=PAPERS[place % 10],
            at=NOON + hour * HOUR + timedelta(minutes=5),
        )
    group(at=NOON + 10 * HOUR)
    return Story.objects.get().pk


def test_before_an_answer_nothing_is_compared() -> None:
    story = story_of(-3, -2, -1)
    told = loudness([story], seen_at=NOON - 3 * HOUR, answered_at=None, at=NOON + 2 * HOUR)
    assert told.compared is None
    assert sum(bar.count for bar in told.bars) == 3


def test_as_many_full_hours_are_compared_on_both_sides() -> None:
    story = story_of(-3, -3, -2, -1, -1, 2)
    told = loudness([story], seen_at=NOON - 3 * HOUR, answered_at=NOON, at=NOON + 5 * HOUR)
    assert told.compared is not None
    assert (told.hours, told.compared.before, told.compared.after) == (4, 5, 1)


def test_the_hour_of_the_answer_counts_on_neither_side() -> None:
    story = story_of(-1, 0, 0, 2)
    told = loudness([story], seen_at=NOON - HOUR, answered_at=NOON + HOUR / 2, at=NOON + 4 * HOUR)
    assert told.compared is not None
    assert told.compared.before + told.compared.after == 2


def test_in_the_first_hour_it_is_too_early_to_say() -> None:
    story = story_of(-2, -1)
    told = loudness([story], seen_at=NOON - HOUR, answered_at=NOON, at=NOON + HOUR / 2)
    assert told.compared is None


def test_silence_up_to_now_is_drawn() -> None:
    story = story_of(-2, -1)
    told = loudness([story], seen_at=NOON - HOUR, answered_at=NOON, at=NOON + 6 * HOUR)
    assert told.bars[-1].at == NOON + 5 * HOUR
    assert told.bars[-1].count == 0


def test_without_stories_there_is_nothing_to_draw() -> None:
    told = loudness([], seen_at=NOON, answered_at=NOON, at=NOON + 6 * HOUR)
    assert (told.bars, told.compared) == ((), None)
