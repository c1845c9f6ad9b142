"""Reading cases: for this room's pages and for the rooms above."""

from answerable.response.cases.queries.course import CourseStep, course_of
from answerable.response.cases.queries.door import case_for, cases_of
from answerable.response.cases.queries.matters import CaseMatter, cases_of_stories, matter_of
from answerable.response.cases.queries.names import (
    CaseName,
    EvidenceRow,
    FactRow,
    case_choices,
    cases_named,
    facts_of,
    link_to,
    subject_of,
)

__all__ = [
    "CaseMatter",
    "CaseName",
    "CourseStep",
    "EvidenceRow",
    "FactRow",
    "case_choices",
    "case_for",
    "cases_named",
    "cases_of",
    "cases_of_stories",
    "course_of",
    "facts_of",
    "link_to",
    "matter_of",
    "subject_of",
]
