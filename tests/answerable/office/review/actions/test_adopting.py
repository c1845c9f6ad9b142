"""Gates come from the plan in force."""

import pytest

from answerable.kernel.errors import Anticipated
from answerable.office.review import actions, queries
from answerable.office.review.rules import Gate, GateStep
from tests.answerable.office.people.makers import NOON
from tests.answerable.office.review.makers import hand_in

ONE = {"en": "One look", "zh-hans": "一审"}


def gate(key: str = "g-response", **changes) -> Gate:
    """A gate of one step."""
    return Gate(key, ONE, (GateStep("look", ONE, "lead", ("law",)),), **changes)


def test_the_adopted_gate_applies_to_what_is_handed_in_afterwards(office) -> None:
    actions.adopt_gates([gate()], by=office.ada, at=NOON)
    page = queries.review_page(office.boris, hand_in(office), at=NOON)
    assert [step.name for step in page.steps] == ["One look"]


def test_a_review_under_way_keeps_the_steps_it_was_opened_with(office) -> None:
    review = hand_in(office)
    actions.adopt_gates([gate()], by=office.ada, at=NOON)
    assert len(queries.review_page(office.boris, review, at=NOON).steps) == 3


def test_a_gate_that_the_plan_no_longer_names_falls_back_to_three_readings(office) -> None:
    actions.adopt_gates([gate(), gate("g-channel")], by=office.ada, at=NOON)
    actions.adopt_gates([gate("g-channel")], by=office.ada, at=NOON)
    assert [one.key for one in queries.gates_adopted()] == ["g-channel"]
    assert len(queries.gate("g-response").steps) == 3


def test_a_gate_in_which_authors_review_is_never_adopted(office) -> None:
    with pytest.raises(Anticipated, match="review their own"):
        actions.adopt_gates([gate("fine"), gate(author_may_review=True)], by=office.ada, at=NOON)
    assert queries.gates_adopted() == ()
