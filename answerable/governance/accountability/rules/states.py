"""The states of a file and the moves between them: no way leads to a decision past being told and being heard."""

from enum import StrEnum

from answerable.kernel.moves import Moves


class State(StrEnum):
    """How a file stands."""

    OPENED = "opened"
    FACTS = "facts"
    TOLD = "told"
    HEARD = "heard"
    DECIDED = "decided"
    SERVED = "served"
    UNDER_REVIEW = "under_review"
    REVIEWED = "reviewed"
    UNDER_APPEAL = "under_appeal"
    APPEALED = "appealed"
    DROPPED = "dropped"
    CLOSED = "closed"


class Move(StrEnum):
    """What a person can do with a file."""

    FIND_FACTS = "find_facts"
    TELL = "tell"
    HEAR = "hear"
    DECIDE = "decide"
    SERVE = "serve"
    ASK_REVIEW = "ask_review"
    DECIDE_REVIEW = "decide_review"
    ASK_APPEAL = "ask_appeal"
    DECIDE_APPEAL = "decide_appeal"
    DROP = "drop"
    CLOSE = "close"


#: Nothing has been decided yet: the file can be dropped with a reason.
UNDECIDED = (State.OPENED, State.FACTS, State.TOLD, State.HEARD)

MOVES: Moves[State, Move] = Moves(
    {
        (State.OPENED, Move.FIND_FACTS): State.FACTS,
        (State.FACTS, Move.TELL): State.TOLD,
        (State.TOLD, Move.HEAR): State.HEARD,
        (State.HEARD, Move.DECIDE): State.DECIDED,
        (State.DECIDED, Move.SERVE): State.SERVED,
        (State.SERVED, Move.ASK_REVIEW): State.UNDER_REVIEW,
        (State.UNDER_REVIEW, Move.DECIDE_REVIEW): State.REVIEWED,
        # 公务员法 art. 95: after the review, or at once without one.
        (State.SERVED, Move.ASK_APPEAL): State.UNDER_APPEAL,
        (State.REVIEWED, Move.ASK_APPEAL): State.UNDER_APPEAL,
        (State.UNDER_APPEAL, Move.DECIDE_APPEAL): State.APPEALED,
        **{(start, Move.DROP): State.DROPPED for start in UNDECIDED},
        **{
            (start, Move.CLOSE): State.CLOSED
            for start in (State.SERVED, State.REVIEWED, State.APPEALED, State.DROPPED)
        },
    }
)
