"""Tables of the room."""

from answerable.governance.questionnaires.models.anonymous import Remark, SealedSheet, Slip
from answerable.governance.questionnaires.models.bank import BankQuestion
from answerable.governance.questionnaires.models.questionnaire import Outcome, Questionnaire

__all__ = ["BankQuestion", "Outcome", "Questionnaire", "Remark", "SealedSheet", "Slip"]
