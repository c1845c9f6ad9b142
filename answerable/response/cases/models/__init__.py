"""Tables of the room."""

from answerable.response.cases.models.assessment import Assessment, Opinion
from answerable.response.cases.models.case import Answer, Case, CaseLetter, CaseSignal, CaseStory, Handover
from answerable.response.cases.models.facts import Evidence, Fact, Verdict
from answerable.response.cases.models.papers import Paper, PaperList
from answerable.response.cases.models.review import AfterActionReview, ReviewAction
from answerable.response.cases.models.tasks import Task

__all__ = [
    "AfterActionReview",
    "Answer",
    "Assessment",
    "Case",
    "CaseLetter",
    "CaseSignal",
    "CaseStory",
    "Evidence",
    "Fact",
    "Handover",
    "Opinion",
    "Paper",
    "PaperList",
    "ReviewAction",
    "Task",
    "Verdict",
]
