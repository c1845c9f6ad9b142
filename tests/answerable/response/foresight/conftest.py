"""What the tests of the room share."""

from types import SimpleNamespace

import pytest

from answerable.office.review.actions import adopt_gates
from answerable.office.review.rules import Gate, GateStep
from tests.answerable.response.foresight.makers import NOON, make_cast


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    """The cast of the room, with the gate that a plan adopts for decisions."""
    made = make_cast()
    adopt_decision_gate(made)
    return made


def adopt_decision_gate(made: SimpleNamespace) -> None:
    """Three readings with the plan's checks but for its channels; at a high level the head signs."""
    asked = ("comm_risk_assessment", "risk_points", "mitigations", "qa", "spokesperson_briefed")
    steps = (
        GateStep("initial", {"en": "First reading", "zh-hans": "初审"}, checks=("wording",)),
        GateStep("second", {"en": "Second reading", "zh-hans": "复审"}, checks=("facts",)),
        GateStep(
            "final",
            {"en": "Final reading", "zh-hans": "终审"},
            checks=("decide", *asked),
            needs={"high": "lead"},
        ),
    )
    gate = Gate(
        "g-decision", {"en": "Communication risk of a decision", "zh-hans": "决策传播风险评估"}, steps
    )
    adopt_gates([gate], by=made.boris, at=NOON)
