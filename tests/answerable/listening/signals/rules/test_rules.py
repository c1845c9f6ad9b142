"""Decisions on plain values: states, telling, counts, the switch on a history, episodes."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.listening.signals.rules.choices import AT_LEAST, STORY_DAYS, SWITCHES, USUAL
from answerable.listening.signals.rules.counting import counts
from answerable.listening.signals.rules.episodes import chance_of, is_over
from answerable.listening.signals.rules.states import (
    MOVE_NAMES,
    MOVES,
    OPEN,
    REASON_NAMES,
    STATE_NAMES,
    WATCH_MOVE_NAMES,
    WATCH_MOVES,
    WATCH_STATE_NAMES,
    Move,
    Reason,
    State,
    WatchMove,
    WatchState,
)
from answerable.listening.signals.rules.switch import (
    SHUFFLES,
    settings_of,
    settings_of_stories,
    shuffled,
    try_out,
)
from answerable.listening.signals.rules.telling import Quiet, Rhythm, tell_at

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Heard:
    """Publications of an hour."""

    all: int
    live: int


def test_every_state_move_and_reason_has_its_word():
    assert (set(STATE_NAMES), set(MOVE_NAMES), set(REASON_NAMES)) == (set(State), set(Move), set(Reason))
    assert (set(WATCH_STATE_NAMES), set(WATCH_MOVE_NAMES)) == (set(WatchState), set(WatchMove))


def test_a_signal_that_waits_for_somebody_can_be_moved_and_a_settled_one_can_not():
    assert all(MOVES.open_to(state) for state in OPEN)
    assert not any(MOVES.open_to(state) for state in set(State) - set(OPEN))
    assert WATCH_MOVES.open_to(WatchState.ENDED) == ()


@pytest.mark.parametrize(
    ("rhythm", "quiet", "told"),
    [
        (Rhythm.AT_ONCE, None, NOON),
        (Rhythm.SILENT, None, None),
        (Rhythm.DIGEST, None, datetime(2026, 3, 3, 0, 0, tzinfo=UTC)),
        (Rhythm.AT_ONCE, Quiet(time(19), time(21)), datetime(2026, 3, 2, 13, 0, tzinfo=UTC)),
        (Rhythm.AT_ONCE, Quiet(time(22), time(7)), NOON),
        (Rhythm.AT_ONCE, Quiet(time(20), time(7)), datetime(2026, 3, 2, 23, 0, tzinfo=UTC)),
    ],
)
def test_a_signal_is_told_at_once_with_the_digest_after_the_quiet_hours_or_never(rhythm, quiet, told):
    assert tell_at(rhythm, quiet, zone="Asia/Shanghai", at=NOON) == told  # noon is 20:00 there


@given(st.times(), st.times(), st.times())
def test_the_end_of_quiet_hours_is_never_quiet(since, until, moment):
    quiet = Quiet(since, until)
    assert not quiet.holds(until)
    if since != until:
        assert quiet.holds(since)
        assert quiet.holds(moment) != Quiet(until, since).holds(moment)


def test_an_hour_that_was_not_listened_to_counts_only_what_was_heard_in_it():
    hours = {NOON: Heard(9, 2), NOON + HOUR: Heard(4, 1)}
    found = {count.at: count for count in counts("x", hours, {NOON: 0.5}, since=NOON - HOUR)}
    assert (found[NOON].count, found[NOON].exposure) == (2, 0.5)
    assert (found[NOON + HOUR].count, found[NOON + HOUR].exposure) == (4, 1.0)
    assert found[NOON - HOUR].count == 0


def history(days=40, bursts=()):
    since = NOON - timedelta(days=days)
    hours = {since + timedelta(days=day, hours=3): Heard(1, 1) for day in range(days)}
    hours |= {since + timedelta(days=day, hours=5): Heard(12, 12) for day in bursts}
    return hours, (since, NOON)


def test_a_trial_says_what_would_have_fired_for_every_setting():
    hours, span = history(bursts=(35,))
    tried = try_out(hours, {}, span, at_least=3, seed=1)
    assert [one.switch for one in tried] == list(SWITCHES)
    assert all(len(one.fired) == 1 and one.fired[0].seen >= 12 for one in tried)
    assert tried[0].per_100_days == pytest.approx(2.5)


def test_false_alarms_on_shuffled_histories_keep_to_the_switch():
    hours, span = history(days=60)
    for one in try_out(hours, {}, span, at_least=2, seed=7):
        assert one.realised <= one.switch + 100 * 3 / (one.days * SHUFFLES)


def test_equal_seeds_deal_equal_histories_and_lose_no_count():
    hours, span = history(bursts=(10, 20))
    real = list(counts("real", hours, {}, since=span[0]))
    dealt = shuffled(real, span, seed=3)
    assert dealt == shuffled(real, span, seed=3)
    assert dealt != shuffled(real, span, seed=4)
    assert sum(count.count for count in dealt) == SHUFFLES * sum(count.count for count in real)


def test_nothing_is_dealt_into_hours_that_were_not_listened_to():
    hours, span = history(days=10)
    gap = {span[0] + timedelta(days=4, hours=3): 0.0}
    dealt = shuffled(list(counts("real", hours, gap, since=span[0])), span, seed=3)
    assert all(count.count == 0 for count in dealt if count.at in gap)


def test_the_switch_of_the_stories_is_shared_by_all_of_them():
    assert settings_of_stories(10, 4, stories=20).per_100_series_days == pytest.approx(0.5)
    assert settings_of_stories(1, 4, stories=0).per_100_series_days <= 20
    assert settings_of(0.5, 3).every == "hour"
    assert USUAL in SWITCHES
    assert min(AT_LEAST) > 1
    assert min(STORY_DAYS) >= 1


def test_an_outbreak_is_over_when_as_many_come_by_chance():
    assert is_over(2, 2.5)
    assert is_over(0, 0.0)
    assert not is_over(12, 2.5)
    assert chance_of(0, 3.0) == 1.0
