"""Reading the room. There is no query that reads an answer."""

from answerable.governance.questionnaires.queries.asking import questions_of, slip_of
from answerable.governance.questionnaires.queries.outcome import results

__all__ = ["questions_of", "results", "slip_of"]
