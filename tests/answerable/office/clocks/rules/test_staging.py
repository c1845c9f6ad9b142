"""Stages of a rule say what is owed."""

from answerable.office.clocks.rules.staging import EventRule, Stage


def test_a_stage_without_more_words_asks_for_one_person_and_once() -> None:
    rule = EventRule("e", "concern.seen", (Stage("register", "1wh"),))
    assert (rule.stages[0].min_people, rule.stages[0].every, rule.pause, rule.extend) == (1, "", (), None)
