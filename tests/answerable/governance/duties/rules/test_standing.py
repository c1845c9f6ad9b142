"""A word and a tone for each way a run can stand; late, missed and done late are three."""

from datetime import UTC, datetime, timedelta

import pytest

from answerable.governance.duties.rules.standing import (
    ORDER,
    TONES,
    Tone,
    Word,
    due_after_return,
    is_on_time,
    is_owed,
    standing,
)
from answerable.governance.duties.rules.states import State

NOW = datetime(2026, 3, 31, 15, 59, 59, tzinfo=UTC)
LATER = NOW + timedelta(days=30)


@pytest.mark.parametrize(
    ("state", "on_time", "due", "word"),
    [
        (State.PLANNED, None, LATER, Word.PLANNED),
        (State.OPEN, None, LATER, Word.OPEN),
        (State.OPEN, None, NOW + timedelta(days=6), Word.DUE_SOON),
        (State.OPEN, None, NOW - timedelta(seconds=1), Word.LATE),
        (State.RETURNED, None, LATER, Word.RETURNED),
        (State.RETURNED, None, NOW - timedelta(days=1), Word.LATE),
        (State.LATE, None, NOW, Word.LATE),
        (State.MISSED, None, NOW, Word.MISSED),
        (State.SUBMITTED, True, NOW, Word.FILED),
        (State.SUBMITTED, False, NOW, Word.FILED_LATE),
        (State.ACCEPTED, True, NOW, Word.DONE),
        (State.ACCEPTED, False, NOW, Word.DONE_LATE),
        (State.WAIVED, None, NOW, Word.WAIVED),
        (State.CANCELLED, None, NOW, Word.CANCELLED),
    ],
)
def test_each_state_has_its_word(state, on_time, due, word):
    assert standing(state, on_time, due, at=NOW).word is word


def test_every_word_has_a_tone_and_a_place_in_the_order_of_worse():
    assert set(ORDER) == set(Word) == set(TONES)
    late = [ORDER.index(word) for word in Word if TONES[word] is Tone.LATE]
    rest = [ORDER.index(word) for word in Word if TONES[word] is not Tone.LATE]
    assert max(late) < min(rest)


def test_the_last_second_is_in_time():
    assert is_on_time(NOW, NOW)
    assert not is_on_time(NOW + timedelta(seconds=1), NOW)


def test_a_return_never_leaves_less_time_than_there_was():
    assert due_after_return(LATER, NOW) == LATER
    assert due_after_return(NOW, LATER) == LATER


def test_what_is_filed_or_over_is_not_owed():
    assert [state for state in State if is_owed(state)] == [
        State.OPEN,
        State.IN_PROGRESS,
        State.RETURNED,
        State.LATE,
        State.MISSED,
    ]
