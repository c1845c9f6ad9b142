"""No way through the table reaches a decision past being told and being heard."""

from answerable.governance.accountability.rules.states import MOVES, UNDECIDED, Move, State

AFTER = {State.DECIDED, State.SERVED, State.UNDER_REVIEW, State.REVIEWED, State.UNDER_APPEAL, State.APPEALED}


def ways(state, been):
    for move in MOVES.open_to(state):
        end = MOVES.after(state, move)
        yield [*been, move], end
        if end not in been:
            yield from ways(end, [*been, move])


def test_every_way_to_a_decision_goes_by_told_and_heard():
    decided = [been for been, end in ways(State.OPENED, []) if end in AFTER]
    assert decided
    for been in decided:
        assert been[:4] == [Move.FIND_FACTS, Move.TELL, Move.HEAR, Move.DECIDE]


def test_what_was_decided_cannot_be_dropped_and_what_was_dropped_only_closes():
    assert {start for start, move in MOVES.table if move is Move.DROP} == set(UNDECIDED)
    assert MOVES.open_to(State.DROPPED) == (Move.CLOSE,)
    assert MOVES.open_to(State.CLOSED) == ()


def test_an_appeal_can_follow_a_review_or_come_without_one():
    assert set(MOVES.starts_of(Move.ASK_APPEAL)) == {State.SERVED, State.REVIEWED}
