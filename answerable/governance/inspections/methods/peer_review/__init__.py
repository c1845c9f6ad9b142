"""Peer review: two other units read the work of a unit and write what is good and what could be better."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.governance.inspections.methods.exchange import About, Chooses, Eyes
from answerable.governance.inspections.rules.checklist import (
    Answer,
    Judged,
    Question,
    Verdict,
    Way,
    added_up,
    shares,
)


class PeerReview:
    """Peers give marks from 1 to 5 and reasons. Advice between equals opens no finding."""

    about = About(
        "peer_review",
        _("Peer review"),
        _("Two peers read the work of each unit: marks with reasons, as advice. No finding follows from it."),
        Chooses.PAIRING,
        Eyes.UNITS,
        Decimal(1),
        times=2,
    )
    verdicts = (
        Verdict("5", pgettext_lazy("mark", "an example for others"), Decimal(1), "ok"),
        Verdict("4", pgettext_lazy("mark", "good"), Decimal("0.75"), "ok"),
        Verdict("3", pgettext_lazy("mark", "sound"), Decimal("0.5"), "idle"),
        Verdict("2", pgettext_lazy("mark", "could be better"), Decimal("0.25"), "soon"),
        Verdict("1", pgettext_lazy("mark", "needs help"), Decimal(0), "soon"),
        Verdict("none", pgettext_lazy("mark", "cannot tell"), None),
    )

    def questions(self) -> tuple[Question, ...]:
        """Ask what colleagues can judge of each other's work."""
        return (
            Question("answers", "Answers go to the point and can be understood", "回应切中问题、通俗易懂"),
            Question("speed", "What is asked is taken up quickly", "对关切反应及时"),
            Question("together", "Works well with others", "与其他科室配合顺畅", way=Way.INTERVIEW),
            Question("learns", "Learns from what went wrong", "善于总结改进"),
        )

    def judge(self, questions: Sequence[Question], answers: Sequence[Answer]) -> Judged:
        """Add up marks; nothing is a failing."""
        return Judged(*added_up(shares(questions, answers, self.verdicts)))


METHOD = PeerReview()
