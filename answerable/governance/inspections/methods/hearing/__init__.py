"""Hearing of reports: each unit reports in person, inspectors ask, and what is owed is written down."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.governance.inspections.methods.exchange import HALF, NOUGHT, ONE, About, Chooses, Eyes
from answerable.governance.inspections.rules.checklist import (
    Answer,
    Failing,
    Judged,
    Question,
    Verdict,
    Way,
    added_up,
    shares,
)


class Hearing:
    """Inspectors hear every unit; what a report leaves open is a minor finding: to be supplied."""

    about = About(
        "hearing",
        _("Hearing of reports"),
        _("Each unit reports on its work; the inspectors ask, and what stays open is to be supplied."),
        Chooses.EVERY,
        Eyes.INSPECTORS,
        Decimal(1),
        evidence="minutes",
    )
    verdicts = (
        Verdict("ok", pgettext_lazy("heard", "shown"), ONE, "ok"),
        Verdict("partly", pgettext_lazy("heard", "said, not shown"), HALF, "soon"),
        Verdict("fail", pgettext_lazy("heard", "left open"), NOUGHT, "late"),
        Verdict("none", pgettext_lazy("heard", "not asked"), None),
    )

    def questions(self) -> tuple[Question, ...]:
        """Ask what a report has to say."""
        return (
            Question(
                "done", "What was done, with figures and their n", "所做工作，有数据和口径", way=Way.INTERVIEW
            ),
            Question("open", "What was not done, and why", "未完成事项及原因", way=Way.INTERVIEW),
            Question(
                "heard",
                "What people asked most, and what became of it",
                "群众关切最多的事项及办理情况",
                way=Way.INTERVIEW,
            ),
            Question(
                "next",
                "What comes next, by when, by which post",
                "下一步安排、时限和责任岗位",
                way=Way.INTERVIEW,
            ),
        )

    def judge(self, questions: Sequence[Question], answers: Sequence[Answer]) -> Judged:
        """Add up points; only what was left open has to be supplied."""
        rows = shares(questions, answers, self.verdicts)
        failings = tuple(Failing(question, "minor") for question, share, _count in rows if share == NOUGHT)
        return Judged(*added_up(rows), failings)


METHOD = Hearing()
