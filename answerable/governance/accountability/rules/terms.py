"""How long each step lasts: the plan's rule packs say it, these figures hold where they do not."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Stage(StrEnum):
    """A step that has a limit."""

    STATEMENT = "statement"
    ASK_REVIEW = "ask_review"
    DECIDE_REVIEW = "decide_review"
    ASK_APPEAL = "ask_appeal"
    DECIDE_APPEAL = "decide_appeal"


@dataclass(frozen=True, slots=True)
class Term:
    """A limit: the parameter of the rule pack, what holds where no pack says it, and what it counts."""

    parameter: str
    otherwise: int
    counts: str


TERMS = {
    # No statute gives a number for the answer; ten working days is what a body's own rules usually leave (practice).
    Stage.STATEMENT: Term("statement_wd", 10, "wd"),
    # 公务员法 art. 95 and 96, as in the pack cn-fairness; the longest of the packs where a plan names none.
    Stage.ASK_REVIEW: Term("review_ask_cd", 30, "cd"),
    Stage.DECIDE_REVIEW: Term("review_decide_cd", 30, "cd"),
    Stage.ASK_APPEAL: Term("appeal_ask_cd", 15, "cd"),
    Stage.DECIDE_APPEAL: Term("appeal_decide_cd", 60, "cd"),
}
#: Who appeals without asking for review has the time of a review for it (公务员法 art. 95).
#: How long the texts of a closed file are kept, in days: parameter and what holds without it (个人信息保护法 art. 19:
#: the shortest time that is needed; three years as for impact assessments, art. 56).
KEEP = Term("file_keep_days", 1095, "cd")
#: Nobody can set less: the last appeal and its answer have to fit in.
KEEP_LEAST = 180


def limit_of(stage: Stage, figure: object) -> str:
    """Write a limit as clocks read it, from the pack's figure or from what holds without one."""
    term = TERMS[stage]
    number = (
        figure if isinstance(figure, int) and not isinstance(figure, bool) and figure > 0 else term.otherwise
    )
    return f"{number}{term.counts}"


def forget_at(closed_at: datetime, figure: object) -> datetime:
    """Say when the texts of a closed file are to be erased."""
    days = figure if isinstance(figure, int) and not isinstance(figure, bool) else KEEP.otherwise
    return closed_at + timedelta(days=max(days, KEEP_LEAST))


def is_over(due: datetime | None, *, at: datetime) -> bool:
    """Say whether a limit has run out; one that has not begun has not."""
    return due is not None and at > due
