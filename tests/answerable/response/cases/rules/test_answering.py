"""What an answer of each kind meets."""

from answerable.response.cases.rules.answering import (
    ANSWER_NAMES,
    STAGES_MET,
    SUBSTANTIVE,
    AnswerKind,
    is_substantive,
    stages_met,
)


def test_every_kind_says_what_it_meets() -> None:
    assert set(STAGES_MET) == set(AnswerKind) == set(ANSWER_NAMES)


def test_an_answer_meets_more_than_a_first_release() -> None:
    assert stages_met(["answer"]) > stages_met(["first_release"])


def test_only_a_conference_replaces_a_conference() -> None:
    assert [kind for kind in AnswerKind if "press_conference" in stages_met([kind])] == [
        AnswerKind.CONFERENCE
    ]


def test_a_correction_meets_nothing() -> None:
    assert stages_met(["correction"]) == frozenset()


def test_a_first_release_an_update_and_a_correction_are_no_answer_yet() -> None:
    assert set(AnswerKind) - SUBSTANTIVE == {
        AnswerKind.FIRST_RELEASE,
        AnswerKind.UPDATE,
        AnswerKind.CORRECTION,
    }
    assert is_substantive("clarification")


def test_a_forward_or_an_automatic_reply_is_no_kind_of_answer() -> None:
    assert stages_met(["forward", "auto_reply"]) == frozenset()
    assert not is_substantive("forward")
