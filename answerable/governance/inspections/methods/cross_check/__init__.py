"""Cross-check: units look at each other, never two at one another where it can be avoided."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from answerable.governance.inspections.methods.exchange import CHECKED, NOUGHT, ONE, About, Chooses, Eyes
from answerable.governance.inspections.rules.checklist import (
    Answer,
    Failing,
    Judged,
    Question,
    Way,
    added_up,
    shares,
)


class CrossCheck:
    """A unit ticks the checklist of another; a neighbour's veto is a grave finding but takes no points by itself."""

    about = About(
        "cross_check",
        _("Cross-check"),
        _("Each unit looks at another one and is looked at by a third; who looks at whom comes from a seed."),
        Chooses.PAIRING,
        Eyes.UNITS,
        Decimal(2),
    )
    verdicts = CHECKED

    def questions(self) -> tuple[Question, ...]:
        """Ask what a neighbour can see in an hour with the papers of the unit."""
        return (
            Question("filed", "What was due was filed, with its evidence", "应报送事项按期报送，佐证齐全"),
            Question(
                "posts",
                "Contact and backup are named and know it",
                "联络员和B角明确并知晓职责",
                way=Way.INTERVIEW,
            ),
            Question(
                "letters", "Letters are answered in time and to the point", "来信来电按期办结、答复到位"
            ),
            Question("log", "The daily log is kept", "每日关切登记完整", points=5),
            Question("lesson", "What was learnt last time was carried out", "上次复盘的改进事项已落实"),
        )

    def judge(self, questions: Sequence[Question], answers: Sequence[Answer]) -> Judged:
        """Add up points; what is not in order becomes a finding."""
        rows = shares(questions, answers, self.verdicts)
        failings = tuple(
            Failing(
                question, "veto" if question.veto and not share else "major" if share == NOUGHT else "minor"
            )
            for question, share, _count in rows
            if share < ONE
        )
        return Judged(*added_up(rows), failings)


METHOD = CrossCheck()
