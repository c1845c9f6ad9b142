"""What every method of inspection is: who looks, how they are chosen, what is asked, and what is made of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from answerable.governance.inspections.rules.checklist import Answer, Judged, Question, Verdict


class Chooses(StrEnum):
    """How a round comes to its visits."""

    DRAW = "draw"
    PAIRING = "pairing"
    EVERY = "every"


class Eyes(StrEnum):
    """Who looks: inspectors of the body, other units, the unit itself, or people who are asked without a name."""

    INSPECTORS = "inspectors"
    UNITS = "units"
    OWN = "own"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class About:
    """What a method says of itself. `weight` is what a round of it counts in the yearly assessment at first."""

    key: str
    name: str | Promise
    purpose: str | Promise
    chooses: Chooses
    eyes: Eyes
    weight: Decimal
    population: str = "units"
    #: How many look at each: peers are read by more than one.
    times: int = 1
    #: What the plan calls the evidence of such a round.
    evidence: str = "scoresheet"


class Method(Protocol):
    """A kind of inspection: Sans-IO, plain values in and out."""

    @property
    def about(self) -> About:
        """Say what it is."""
        ...

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Give what can be ticked, best first."""
        ...

    def questions(self) -> tuple[Question, ...]:
        """Give the questions of its own, which a programme may add to."""
        ...

    def judge(self, questions: Sequence[Question], answers: Sequence[Answer]) -> Judged:
        """Make points and failings of a sheet."""
        ...


ONE, HALF, NOUGHT = Decimal(1), Decimal("0.5"), Decimal(0)
#: The three answers of a checklist, and that a question does not apply.
CHECKED = (
    Verdict("ok", pgettext_lazy("verdict", "in order"), ONE, "ok"),
    Verdict("partly", pgettext_lazy("verdict", "in part"), HALF, "soon"),
    Verdict("fail", pgettext_lazy("verdict", "not in order"), NOUGHT, "late"),
    Verdict("none", pgettext_lazy("verdict", "does not apply"), None),
)
