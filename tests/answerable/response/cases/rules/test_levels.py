"""The level follows from the factors by the pack's table, and more harm never makes a case lighter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.response.cases.rules.levels import (
    FACTOR_NAMES,
    FACTOR_QUESTIONS,
    GENERIC,
    LEVEL_NAMES,
    MARK_NAMES,
    MARKS,
    RANK,
    Factor,
    Level,
    gravest,
    is_reported_upward,
    level_of,
    read_rows,
    rule_for,
)

marks_of_all = st.fixed_dictionaries({factor: st.sampled_from(MARKS) for factor in Factor})


def test_nothing_marked_is_ordinary() -> None:
    assert level_of(dict.fromkeys(Factor, 0)) is Level.ORDINARY


@pytest.mark.parametrize(
    ("marks", "level"),
    [
        ({Factor.HARM: 3, Factor.REACH: 3}, Level.GRAVE),
        ({Factor.HARM: 3}, Level.MAJOR),
        ({Factor.VITAL: 3, Factor.REACH: 2}, Level.MAJOR),
        ({Factor.MISREAD: 2, Factor.REACH: 2}, Level.CONSIDERABLE),
        ({Factor.MISSING: 3}, Level.ORDINARY),
    ],
)
def test_the_generic_table_gives_the_level_that_it_says(marks: dict[Factor, int], level: Level) -> None:
    assert level_of(marks) is level


@given(marks=marks_of_all, factor=st.sampled_from(list(Factor)))
def test_a_higher_mark_never_gives_a_lighter_level(marks: dict[Factor, int], factor: Factor) -> None:
    raised = {**marks, factor: min(marks[factor] + 1, max(MARKS))}
    assert RANK[level_of(raised)] >= RANK[level_of(marks)]


def test_a_table_of_a_pack_is_read_in_both_languages_of_levels() -> None:
    rows = read_rows(
        [{"level": "特别重大", "when": {"harm": 2}}, {"level": "ordinary", "when": {"reach": 1}}]
    )
    assert rows is not None
    assert level_of({Factor.HARM: 2}, rows) is Level.GRAVE
    assert level_of({Factor.HARM: 1}, rows) is Level.ORDINARY


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        "grave",
        [],
        ["grave"],
        [{"level": "huge", "when": {"harm": 1}}],
        [{"level": "grave", "when": {}}],
        [{"level": "grave", "when": {"loyalty": 1}}],
        [{"level": "grave", "when": {"harm": 9}}],
        [{"level": "grave", "when": {"harm": 3}}, {"level": "grave"}],
    ],
)
def test_a_table_that_is_wrong_in_one_row_is_not_used_at_all(wrong: object) -> None:
    assert read_rows(wrong) is None


def test_the_gravest_of_several_is_given() -> None:
    assert gravest([Level.ORDINARY, Level.MAJOR, Level.CONSIDERABLE]) is Level.MAJOR


def test_the_two_grave_levels_share_a_rule_and_go_upward() -> None:
    assert [rule_for(level) for level in Level] == ["e-grave", "e-grave", "e-other", "e-other"]
    assert [level for level in Level if is_reported_upward(level)] == [Level.GRAVE, Level.MAJOR]


def test_everything_has_words() -> None:
    assert set(LEVEL_NAMES) == set(Level) == set(RANK)
    assert set(FACTOR_NAMES) == set(FACTOR_QUESTIONS) == set(Factor)
    assert set(MARK_NAMES) == set(MARKS)
    assert {row.level for row in GENERIC} == {Level.GRAVE, Level.MAJOR, Level.CONSIDERABLE}
