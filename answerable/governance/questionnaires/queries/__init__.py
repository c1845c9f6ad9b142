"""Reading the room. There is no query that reads an answer."""

from answerable.governance.questionnaires.queries.asking import asked, body_name, questions_of, slip_of
from answerable.governance.questionnaires.queries.bank import bank, bank_question
from answerable.governance.questionnaires.queries.outcome import results
from answerable.governance.questionnaires.queries.pages import page_of, questionnaire_for, questionnaires

__all__ = [
    "asked",
    "bank",
    "bank_question",
    "body_name",
    "page_of",
    "questionnaire_for",
    "questionnaires",
    "questions_of",
    "results",
    "slip_of",
]
