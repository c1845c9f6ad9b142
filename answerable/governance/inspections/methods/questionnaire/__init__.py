"""Questionnaire: people are asked without a name; the room below asks and counts, this one reads the result."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from answerable.governance.inspections.methods.exchange import About, Chooses, Eyes
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

#: Below the middle of the scale more people say no than yes: then a question is put to the unit.
MIDDLE = Decimal("0.5")


class Questionnaire:
    """Each question is answered on a scale of five; the mean is the share of the points, n goes with it."""

    about = About(
        "questionnaire",
        _("Questionnaire"),
        _("People are asked without a name. The result comes after the end only, with n and intervals."),
        Chooses.EVERY,
        Eyes.ASKED,
        Decimal(2),
        population="body",
        evidence="questionnaire_result",
    )
    #: Nobody ticks for those who were asked.
    verdicts: tuple[Verdict, ...] = ()

    def questions(self) -> tuple[Question, ...]:
        """Ask whether answering helped, the five ways in which people say it did not."""
        return (
            Question("found", "I found whom to ask", "我知道向谁反映", way=Way.INTERVIEW),
            Question("quick", "I got an answer in time", "我及时得到了答复", way=Way.INTERVIEW),
            Question("plain", "I understood the answer", "答复我看得懂", way=Way.INTERVIEW),
            Question("solved", "The matter itself was dealt with", "问题得到了实际解决", way=Way.INTERVIEW),
            Question("again", "I would ask there again", "今后我还愿意通过这里反映", way=Way.INTERVIEW),
        )

    def judge(self, questions: Sequence[Question], answers: Sequence[Answer]) -> Judged:
        """Take the means as they came; a question held back for too few answers has none and does not count."""
        rows = shares(questions, answers, self.verdicts)
        failings = tuple(Failing(question, "minor") for question, share, _count in rows if share < MIDDLE)
        reached, possible, _answered = added_up(rows)
        return Judged(reached, possible, max((count for *_row, count in rows), default=0), failings)


METHOD = Questionnaire()
