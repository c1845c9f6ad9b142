"""Random check: targets and inspectors are drawn, so that nobody can say who was picked."""

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


class RandomCheck:
    """Inspectors tick a checklist; a veto question that fails takes all points of the visit."""

    about = About(
        "random_check",
        _("Random check"),
        _(
            "A few targets are drawn, looked at by inspectors who are drawn too, and anyone can recompute both."
        ),
        Chooses.DRAW,
        Eyes.INSPECTORS,
        Decimal(3),
        population="channels",
    )
    verdicts = CHECKED

    def questions(self) -> tuple[Question, ...]:
        """Ask what national inspections of official sites and accounts ask first (国办秘函〔2019〕19号)."""
        return (
            Question("open", "It can be opened and used", "能正常打开和使用", way=Way.TEST, veto=True),
            Question("fresh", "It was updated within its limit", "在规定期限内更新", way=Way.TEST, veto=True),
            Question(
                "dates", "Dates are honest: nothing is dated back", "发布日期真实，无补录倒签", veto=True
            ),
            Question("wording", "No grave error of wording", "无严重表述错误", veto=True),
            Question("personal", "No personal data is disclosed", "无个人信息泄露", veto=True),
            Question("asked", "Questions of the public are answered", "公众留言有答复", way=Way.TEST),
            Question("links", "Links and attachments work", "链接和附件可用", way=Way.TEST, points=5),
            Question(
                "readings",
                "Three readings and three proofs are on record",
                "三审三校留有记录",
                way=Way.EXAMINE,
            ),
            Question(
                "keeper",
                "The keeper knows the rules and the way to hand over",
                "管理人员熟悉规定和交接程序",
                way=Way.INTERVIEW,
                points=5,
            ),
        )

    def judge(self, questions: Sequence[Question], answers: Sequence[Answer]) -> Judged:
        """Add up points; what is not in order becomes a finding, and a veto takes all points."""
        rows = shares(questions, answers, self.verdicts)
        reached, possible, answered = added_up(rows)
        vetoes = tuple(question.key for question, share, _count in rows if question.veto and share == NOUGHT)
        failings = tuple(
            Failing(question, "veto" if question.key in vetoes else "major" if share == NOUGHT else "minor")
            for question, share, _count in rows
            if share < ONE
        )
        return Judged(NOUGHT if vetoes else reached, possible, answered, failings, vetoes)


METHOD = RandomCheck()
