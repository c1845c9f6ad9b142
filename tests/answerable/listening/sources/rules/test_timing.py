from datetime import timedelta

import pytest

from answerable.listening.sources.rules import timing
from answerable.listening.sources.rules.timing import HOUR, hour_of, hours_between
from tests.answerable.listening.sources.makers import NOON

DAY = timedelta(days=1)


def every(step, count=60):
    return [NOON + step * number for number in range(count)]


def test_hour_of_cuts_minutes():
    assert hour_of(NOON + timedelta(minutes=59, seconds=59)) == NOON


def test_hours_between_touches_the_last_started_hour():
    assert list(hours_between(NOON, NOON + timedelta(minutes=61))) == [NOON, NOON + HOUR]


def test_an_empty_span_has_no_hours():
    assert list(hours_between(NOON, NOON)) == []


@pytest.mark.parametrize(
    ("step", "interval"),
    [
        (timedelta(minutes=3), timedelta(minutes=15)),
        (2 * HOUR, HOUR),
        (DAY, 12 * HOUR),
        (7 * DAY, DAY),
    ],
)
def test_a_source_is_polled_twice_in_its_usual_gap(step, interval):
    assert timing.learnt_interval(every(step)) == interval


def test_a_rhythm_is_not_learnt_from_four_gaps():
    assert timing.learnt_interval(every(DAY, 5)) == HOUR


def test_items_of_one_moment_count_once():
    assert timing.gaps_of([NOON, NOON, NOON + HOUR]) == [HOUR]


def test_silence_is_learnt_from_the_source_s_own_gaps():
    assert timing.silence_of(every(DAY)) == timing.Silence(36 * HOUR, 59)
    assert timing.silence_of(every(7 * DAY)) == timing.Silence(7 * DAY * 1.5, 59)


def test_little_known_sources_are_silent_after_two_weeks():
    assert timing.silence_of(every(HOUR, 10)) == timing.Silence(14 * DAY, 0)


def test_a_night_is_no_silence_for_a_busy_source():
    assert timing.silence_of(every(timedelta(minutes=1))).after == 36 * HOUR


def test_a_source_that_never_brought_anything_is_not_silent():
    assert not timing.is_silent(None, after=DAY, at=NOON)


@pytest.mark.parametrize(("late", "missed"), [(timedelta(milliseconds=1), 0), (59, 0), (60, 1), (605, 10)])
def test_polls_are_missed_when_a_whole_interval_passed(late, missed):
    late = timedelta(minutes=late) if isinstance(late, int) else late
    assert timing.missed_polls(NOON, interval=HOUR, at=NOON + late) == missed


def test_a_short_interval_has_two_minutes_of_grace():
    assert timing.missed_polls(NOON, interval=timedelta(seconds=20), at=NOON + timedelta(seconds=119)) == 0


def test_chance_moves_the_wait_by_at_most_a_tenth():
    waits = [timing.wait_after_success(HOUR, asked=None, spread=spread) for spread in (-1.0, 0.0, 1.0)]
    assert waits == [HOUR * 0.9, HOUR, HOUR * 1.1]


def test_the_server_s_wish_is_kept_up_to_a_week():
    assert timing.wait_after_success(HOUR, asked=5 * HOUR, spread=0) == 5 * HOUR
    assert timing.wait_after_failure(HOUR, 1, asked=30 * DAY, spread=0) == 7 * DAY


def test_failures_double_the_wait_and_a_hundred_do_not_overflow():
    assert timing.wait_after_failure(HOUR, 3, asked=None, spread=0) == 4 * HOUR
    assert timing.wait_after_failure(HOUR, 100, asked=None, spread=0) == DAY
