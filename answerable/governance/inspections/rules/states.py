"""The states of a round, a draw, a visit and a finding, and the moves between them."""

from enum import StrEnum

from answerable.kernel.moves import Moves


class Stage(StrEnum):
    """How a round stands."""

    PLANNED = "planned"
    RUNNING = "running"
    REPORTED = "reported"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Step(StrEnum):
    """What can happen to a round."""

    BEGIN = "begin"
    REPORT = "report"
    CLOSE = "close"
    CANCEL = "cancel"


STAGES: Moves[Stage, Step] = Moves(
    {
        (Stage.PLANNED, Step.BEGIN): Stage.RUNNING,
        (Stage.RUNNING, Step.REPORT): Stage.REPORTED,
        (Stage.REPORTED, Step.CLOSE): Stage.CLOSED,
        (Stage.PLANNED, Step.CANCEL): Stage.CANCELLED,
        (Stage.RUNNING, Step.CANCEL): Stage.CANCELLED,
    }
)


class Lots(StrEnum):
    """How a draw stands. A cancelled one stays listed."""

    COMMITTED = "committed"
    DRAWN = "drawn"
    CANCELLED = "cancelled"


class LotMove(StrEnum):
    """What can happen to a draw."""

    DRAW = "draw"
    CANCEL = "cancel"


LOTS: Moves[Lots, LotMove] = Moves(
    {
        (Lots.COMMITTED, LotMove.DRAW): Lots.DRAWN,
        (Lots.COMMITTED, LotMove.CANCEL): Lots.CANCELLED,
        (Lots.DRAWN, LotMove.CANCEL): Lots.CANCELLED,
    }
)


class Trip(StrEnum):
    """How a visit stands."""

    PLANNED = "planned"
    BEGUN = "begun"
    DONE = "done"
    VOID = "void"


class TripMove(StrEnum):
    """What can happen to a visit."""

    BEGIN = "begin"
    FINISH = "finish"
    DROP = "drop"


TRIPS: Moves[Trip, TripMove] = Moves(
    {
        (Trip.PLANNED, TripMove.BEGIN): Trip.BEGUN,
        (Trip.BEGUN, TripMove.FINISH): Trip.DONE,
        (Trip.PLANNED, TripMove.DROP): Trip.VOID,
        (Trip.BEGUN, TripMove.DROP): Trip.VOID,
    }
)


class Found(StrEnum):
    """How a finding stands."""

    OBSERVED = "observed"
    PUT = "put"
    REPLIED = "replied"
    CONFIRMED = "confirmed"
    RECTIFYING = "rectifying"
    CORRECTED = "corrected"
    REPEATED = "repeated"
    CLOSED = "closed"
    DISMISSED = "dismissed"


class FoundMove(StrEnum):
    """What can happen to a finding: by who found it, by the unit, by who decides, by another inspector."""

    PUT = "put"
    REPLY = "reply"
    CONFIRM = "confirm"
    DISMISS = "dismiss"
    PLAN = "plan"
    CORRECT = "correct"
    CLOSE = "close"
    REPEAT = "repeat"


FOUND: Moves[Found, FoundMove] = Moves(
    {
        (Found.OBSERVED, FoundMove.PUT): Found.PUT,
        (Found.OBSERVED, FoundMove.DISMISS): Found.DISMISSED,
        (Found.PUT, FoundMove.REPLY): Found.REPLIED,
        (Found.PUT, FoundMove.CONFIRM): Found.CONFIRMED,
        (Found.PUT, FoundMove.DISMISS): Found.DISMISSED,
        (Found.REPLIED, FoundMove.CONFIRM): Found.CONFIRMED,
        (Found.REPLIED, FoundMove.DISMISS): Found.DISMISSED,
        (Found.CONFIRMED, FoundMove.PLAN): Found.RECTIFYING,
        (Found.RECTIFYING, FoundMove.CORRECT): Found.CORRECTED,
        (Found.CORRECTED, FoundMove.CLOSE): Found.CLOSED,
        (Found.CORRECTED, FoundMove.REPEAT): Found.REPEATED,
        (Found.REPEATED, FoundMove.PLAN): Found.RECTIFYING,
    }
)
#: Nothing more follows.
ENDED = (Found.CLOSED, Found.DISMISSED)
#: The unit owes something.
OWED = (Found.CONFIRMED, Found.RECTIFYING, Found.REPEATED)
