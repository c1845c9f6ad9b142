"""Turns on plain values."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.office.rota.rules import Stint, gaps, in_turn, is_sound

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)


def stint(begins: int, ends: int) -> Stint:
    """A span in hours from Monday."""
    return Stint(MONDAY + timedelta(hours=begins), MONDAY + timedelta(hours=ends))


def test_the_end_of_a_turn_belongs_to_the_next() -> None:
    assert stint(0, 8).holds(MONDAY)
    assert not stint(0, 8).holds(MONDAY + timedelta(hours=8))
    assert not stint(0, 8).overlaps(stint(8, 16))


@pytest.mark.parametrize(
    ("begins", "ends", "sound"), [(0, 8, True), (8, 8, False), (8, 0, False), (0, 337, False)]
)
def test_a_turn_ends_after_it_begins_and_does_not_go_on_for_ever(begins, ends, sound) -> None:
    assert is_sound(stint(begins, ends)) is sound


@pytest.mark.parametrize(
    ("turns", "open_spans"),
    [
        ([], [(0, 24)]),
        ([(0, 24)], []),
        ([(4, 8), (8, 12)], [(0, 4), (12, 24)]),
        ([(0, 20), (2, 4)], [(20, 24)]),
        ([(-5, 3), (23, 99)], [(3, 23)]),
        ([(30, 40)], [(0, 24)]),
    ],
)
def test_where_nobody_is_on_duty_is_found(turns, open_spans) -> None:
    found = gaps([stint(*turn) for turn in turns], stint(0, 24))
    assert found == tuple(stint(*span) for span in open_spans)


@given(st.lists(st.tuples(st.integers(-10, 40), st.integers(1, 12)), max_size=8), st.integers(0, 23))
def test_every_moment_is_either_somebody_s_or_open(turns, hour) -> None:
    stints = [stint(begins, begins + length) for begins, length in turns]
    at = MONDAY + timedelta(hours=hour, minutes=30)
    covered = any(one.holds(at) for one in stints)
    assert covered is not any(gap.holds(at) for gap in gaps(stints, stint(0, 24)))


def test_people_take_turns_one_after_the_other() -> None:
    found = in_turn(stint(0, 12), [1, 2], 3)
    assert found == ((1, stint(0, 12)), (2, stint(12, 24)), (1, stint(24, 36)))
