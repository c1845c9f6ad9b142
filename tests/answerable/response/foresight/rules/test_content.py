"""What an assessment holds."""

from answerable.response.foresight.rules.content import HOLDING, QUESTION, Content, Heading, Prepared


def test_likely_questions_are_told_from_holding_lines() -> None:
    lines = (Prepared(QUESTION, "Why?", "So."), Prepared(HOLDING, "Before", "Soon."))
    assert Content(Heading("Price", "price", "Rise", "en"), prepared=lines).questions == lines[:1]
