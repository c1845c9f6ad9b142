"""Decisions on plain values."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.listening.stories.rules.headlines import Candidate, headline_of
from answerable.listening.stories.rules.hours import counting_hour, floor_hour, in_utc, item_time
from answerable.listening.stories.rules.looks import GRAIN, SAME_LOOK, next_look
from answerable.listening.stories.rules.spans import MOST_BARS, bars
from answerable.listening.stories.rules.steps import LEAD, Step, give, of_items, of_nulls, of_pass
from answerable.listening.stories.rules.trends import Trend, as_uneven, trend_of
from storystream.grouping.bars import shipped
from storystream.items import Item
from storystream.pipeline import Stream

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def test_an_item_is_never_published_after_it_reached_us():
    assert item_time(NOON + DAY, NOON) == NOON
    assert item_time(NOON - DAY, NOON) == NOON - DAY
    assert item_time(None, NOON) == NOON


def test_an_item_counts_when_it_reached_us_and_a_backlog_when_it_was_published():
    published, seen = NOON - timedelta(minutes=90), NOON + timedelta(minutes=5)
    assert counting_hour(published, seen, catch_up=False) == NOON
    assert counting_hour(published, seen, catch_up=True) == floor_hour(published)


def test_reloading_the_board_stays_within_one_look():
    before, looked = NOON - DAY, NOON
    assert next_look(before, looked, at=NOON + SAME_LOOK) == (before, NOON + SAME_LOOK)


def test_a_look_is_written_down_at_most_every_few_minutes():
    before, looked = NOON - DAY, NOON
    assert next_look(before, looked, at=NOON + GRAIN) == (before, looked)
    assert next_look(before, looked, at=NOON + 2 * GRAIN) == (before, NOON + 2 * GRAIN)


def test_coming_back_later_begins_a_new_look():
    assert next_look(NOON - DAY, NOON, at=NOON + HOUR) == (NOON, NOON + HOUR)


def test_the_text_that_others_took_over_speaks_for_a_story_else_the_first():
    assert headline_of([]) is None
    assert headline_of([Candidate(5, 0), Candidate(3, 1), Candidate(8, 2)]) == 3
    assert headline_of([Candidate(5, 0), Candidate(8, 3)]) == 8


@pytest.mark.parametrize(
    ("recent", "earlier", "age", "trend"),
    [
        (2, 0, HOUR, None),
        (5, 0, HOUR, Trend.EMERGING),
        (9, 2, 2 * DAY, Trend.GROWING),
        (5, 4, 2 * DAY, Trend.STEADY),
        (1, 8, 2 * DAY, Trend.FADING),
    ],
)
def test_a_story_moves_as_its_publications_do(recent, earlier, age, trend):
    assert trend_of(recent, earlier, opened_at=NOON - age, at=NOON) is trend


@given(st.integers(0, 40), st.integers(0, 40))
def test_the_chance_of_an_uneven_pair_falls_as_it_grows_more_uneven(many, few):
    assert 0.0 < as_uneven(many + 1, few) <= as_uneven(many, few + 1) <= 1.0


def test_a_short_story_is_drawn_by_the_hour_and_a_long_one_by_days():
    short, length = bars({NOON: 2, NOON + 3 * HOUR: 1})
    assert ([bar.count for bar in short], length) == ([2, 0, 0, 1], 1)
    long, length = bars({NOON: 1, NOON + 40 * DAY: 3})
    assert length == 24
    assert sum(bar.count for bar in long) == 4
    assert bars({}) == ((), 1)


@given(st.dictionaries(st.integers(0, 2000), st.integers(1, 9), min_size=1, max_size=30))
def test_bars_lose_no_count_and_fit_on_a_page(counts):
    drawn, _length = bars({NOON + hour * HOUR: count for hour, count in counts.items()})
    assert sum(bar.count for bar in drawn) == sum(counts.values())
    assert len(drawn) <= MOST_BARS
    assert all(0 <= bar.low <= bar.high for bar in drawn)


def test_what_goes_on_as_before_lies_in_the_expected_band():
    drawn, _length = bars({NOON + hour * HOUR: 4 for hour in range(20)})
    assert all(bar.low <= 4 <= bar.high for bar in drawn[6:])


def items(count=12):
    return [
        Item(
            str(number), f"Water main bursts in Mill Lane, report {number}", "x" * number, NOON, "Post", "en"
        )
        for number in range(count)
    ]


def test_steps_given_again_give_the_same_stream():
    one, two = Stream(), Stream()
    steps = [
        of_items("absorb", items()),
        of_items("revise", items(2)),
        of_pass(NOON + HOUR),
        of_nulls({"en/0": shipped("en", 2)}),
    ]
    for step in steps:
        assert give(one, step) == give(two, Step(step.kind, dict(step.given)))
    assert one.digest() == two.digest()


def test_a_step_keeps_no_more_of_a_text_than_the_stream_reads():
    [given_item] = of_items("absorb", [Item("1", "title", "y" * 10_000)]).given["items"]
    assert len(given_item["text"]) == LEAD


def test_an_edit_of_a_forgotten_item_is_not_taken_for_a_new_one():
    stream = Stream()
    assert give(stream, of_items("revise", items(1))).outcomes == ()
    assert len(stream) == 0


@pytest.mark.parametrize("kind", ["merge", "split", "undo"])
def test_decisions_about_stories_that_the_stream_does_not_know_change_nothing(kind):
    stream = Stream()
    before = stream.digest()
    step = Step(kind, {"kind": "merge", "before": 7, "after": 9, "moved": ["1"]})
    assert give(stream, step).regroupings == ()
    assert stream.digest() == before


def test_times_of_programs_become_utc_or_are_refused():
    assert in_utc(datetime.fromisoformat("2026-03-02T12:00:00-21:59")) == NOON + timedelta(
        hours=21, minutes=59
    )
    with pytest.raises(ValueError, match="beyond the calendar"):
        in_utc(datetime.fromisoformat("0001-01-01T00:00:00+05:00"))
