"""Gates, who may take their steps, and what a pass needs."""

import pytest

from answerable.kernel.moves import IllegalMove
from answerable.office.review.rules import (
    MOVES,
    PROOF,
    Gate,
    GateStep,
    Hindrance,
    Move,
    Reader,
    Standing,
    State,
    faults_of,
    fits,
    hash_of,
    hindrance,
    name_in,
    three_readings,
    unticked,
)

NAMES = {"en": "First", "zh-hans": "初审"}
READER = Reader(7, frozenset({"office"}), frozenset({"P-OFFICE"}), frozenset({"reviews.take"}), True)
STANDING = Standing("", frozenset({1}), frozenset({2}), True)


def test_the_built_in_gate_has_three_readings_of_which_each_is_a_proofreading() -> None:
    steps = three_readings("g-response").readings()
    assert [step.key for step in steps] == ["initial", "second", "final"]
    assert all(PROOF in step.checks for step in steps)


def test_more_proofreadings_than_steps_become_steps_of_their_own() -> None:
    gate = Gate("g", NAMES, (GateStep("only", NAMES),), proofs=3)
    assert [step.key for step in gate.readings()] == ["proof-1", "proof-2", "only"]


def test_a_gate_without_proofreadings_keeps_its_checks() -> None:
    gate = Gate("g", NAMES, (GateStep("only", NAMES, checks=("law",)),))
    assert gate.readings()[0].checks == ("law",)


@pytest.mark.parametrize(
    ("gate", "fault"),
    [
        (Gate("g", NAMES, ()), "no_steps"),
        (Gate("g", NAMES, (GateStep("a", NAMES), GateStep("a", NAMES))), "same_key"),
        (Gate("g", NAMES, (GateStep("a", NAMES),), author_may_review=True), "author_may_review"),
    ],
)
def test_a_gate_that_would_not_guard_is_refused(gate: Gate, fault: str) -> None:
    assert faults_of(gate) == (fault,)


def test_a_name_is_given_in_the_language_of_the_reader() -> None:
    assert name_in(NAMES, "zh-hans") == "初审"
    assert name_in(NAMES, "en-gb") == "First"
    assert name_in({"en": "First"}, "zh-hans") == "First"


@pytest.mark.parametrize(
    ("standing", "reader", "found"),
    [
        (STANDING, READER, None),
        (STANDING, Reader(None, *[frozenset()] * 3, True), Hindrance.NO_PERSON),
        (STANDING, Reader(1, READER.kinds, READER.codes, READER.abilities, True), Hindrance.AUTHOR),
        (STANDING, Reader(2, READER.kinds, READER.codes, READER.abilities, True), Hindrance.TWICE),
        (STANDING, Reader(7, READER.kinds, READER.codes, frozenset(), True), Hindrance.NOT_ALLOWED),
        (STANDING, Reader(7, READER.kinds, READER.codes, READER.abilities, False), Hindrance.OTHER_UNIT),
        (Standing("lead", frozenset(), frozenset(), True), READER, Hindrance.NOT_ALLOWED),
        (Standing("lead|office", frozenset(), frozenset(), True), READER, None),
        (Standing("", frozenset(), frozenset(), True, lent_to=8), READER, Hindrance.LENT),
        (Standing("", frozenset({7}), frozenset(), True, lent_to=7), READER, Hindrance.AUTHOR),
    ],
)
def test_who_may_take_a_step(standing: Standing, reader: Reader, found: Hindrance | None) -> None:
    assert hindrance(standing, reader) is found


def test_a_lent_step_needs_no_reach() -> None:
    far = Reader(7, READER.kinds, READER.codes, READER.abilities, False)
    assert hindrance(Standing("", frozenset(), frozenset(), True, lent_to=7), far) is None


def test_without_distinct_people_one_person_may_take_two_steps() -> None:
    again = Reader(2, READER.kinds, READER.codes, READER.abilities, True)
    assert hindrance(Standing("", frozenset({1}), frozenset({2}), False), again) is None


@pytest.mark.parametrize("kind", ["", "office", "P-OFFICE", "reviews.take", "lead|P-OFFICE"])
def test_a_step_asks_for_a_kind_of_post_a_post_or_an_ability(kind: str) -> None:
    assert fits(kind, READER)


def test_every_check_that_was_not_ticked_is_named() -> None:
    assert unticked(("law", "effect"), ["law"]) == ("effect",)


def test_the_hash_is_that_of_the_bytes() -> None:
    assert hash_of("水") == hash_of("水")
    assert hash_of("水") != hash_of("水 ")
    assert len(hash_of("a\ud800")) == 64


def test_nothing_leads_out_of_a_withdrawn_review() -> None:
    assert MOVES.open_to(State.WITHDRAWN) == ()
    with pytest.raises(IllegalMove):
        MOVES.after(State.SENT_BACK, Move.FINISH)


def test_a_level_asks_another_reader_for_the_step_that_names_one() -> None:
    last = GateStep("final", NAMES, "office", needs={"high": "P-LEAD"})
    gate = Gate("g", NAMES, (GateStep("only", NAMES), last))
    assert [step.kind for step in gate.readings("high")] == ["", "P-LEAD"]
    assert (
        [step.kind for step in gate.readings("low")]
        == [step.kind for step in gate.readings()]
        == ["", "office"]
    )
