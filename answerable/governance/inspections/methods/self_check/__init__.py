"""Self-check: each unit goes through the checklist itself before anybody else does."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from answerable.governance.inspections.methods.exchange import CHECKED, ONE, About, Chooses, Eyes
from answerable.governance.inspections.rules.checklist import (
    Answer,
    Failing,
    Judged,
    Question,
    added_up,
    shares,
)


class SelfCheck:
    """What a unit finds by itself is a minor matter to be put right. It counts nothing: honesty costs no points."""

    about = About(
        "self_check",
        _("Self-check"),
        _(
            "Each unit goes through its own checklist. It counts nothing in the assessment, so honesty costs nothing."
        ),
        Chooses.EVERY,
        Eyes.OWN,
        Decimal(0),
    )
    verdicts = CHECKED

    def questions(self) -> tuple[Question, ...]:
        """Ask what a unit can put right before others come."""
        return (
            Question("due", "Nothing due is open", "无到期未办事项"),
            Question("channels", "Our channels are fresh and ours", "本单位渠道更新及时、归属清楚"),
            Question("posts", "Posts and backups are filled", "岗位和B角均已落实", points=5),
            Question(
                "burden", "Nothing we demand of others is a needless burden", "未向下加重不必要负担", points=5
            ),
        )

    def judge(self, questions: Sequence[Question], answers: Sequence[Answer]) -> Judged:
        """Add up points for the unit's own eyes; what falls short is minor."""
        rows = shares(questions, answers, self.verdicts)
        failings = tuple(Failing(question, "minor") for question, share, _count in rows if share < ONE)
        return Judged(*added_up(rows), failings)


METHOD = SelfCheck()
