"""Measures never grow heavier, and what is carried is what more than half want at least."""

from hypothesis import given
from hypothesis import strategies as st

from answerable.governance.accountability.rules.measures import (
    Measure,
    aggravates,
    allowed,
    carried,
    dissenting,
    is_quorate,
    quorum,
)

MEASURES = st.sampled_from(Measure)


@given(MEASURES)
def test_nothing_that_is_allowed_aggravates(before):
    assert not any(aggravates(wanted, before) for wanted in allowed(before))
    assert all(aggravates(wanted, before) for wanted in set(Measure) - set(allowed(before)))


@given(st.lists(MEASURES, min_size=1, max_size=9))
def test_more_than_half_carry_the_result_and_no_more_than_half_would_go_further(votes):
    result = carried(votes)
    assert 2 * sum(vote >= result for vote in votes) > len(votes)
    assert 2 * sum(vote > result for vote in votes) <= len(votes)


@given(st.lists(MEASURES, max_size=9), MEASURES)
def test_a_vote_more_never_carries_more_than_the_heaviest_vote(votes, extra):
    assert carried([*votes, extra]) <= max([*votes, extra])


def test_a_tie_is_decided_for_the_lighter_one():
    assert carried([Measure.REMINDER, Measure.NOTICE]) is Measure.REMINDER
    assert carried([]) is Measure.NONE
    assert dissenting([Measure.REMINDER, Measure.NOTICE], Measure.REMINDER) == 1


def test_two_people_are_no_panel_and_of_six_four_have_to_vote():
    assert not is_quorate(2, 2)
    assert [quorum(members) for members in (3, 4, 5, 6, 9)] == [3, 3, 4, 4, 6]
    assert is_quorate(4, 6)
    assert not is_quorate(3, 6)
