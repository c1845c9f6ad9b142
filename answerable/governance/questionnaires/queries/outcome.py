"""Results, after the close and only then."""

from typing import Any

from django.utils.translation import gettext as _

from answerable.governance.questionnaires.models import Outcome
from answerable.governance.questionnaires.rules.results import (
    ByGroup,
    Cell,
    PartResult,
    QuestionResult,
    Results,
)
from answerable.kernel.errors import Anticipated


class NotYetClosed(Anticipated):
    """Results do not exist before the end."""


def results(questionnaire: int) -> Results:
    """Give the frozen results; raises NotYetClosed while there are none. They are the same for everybody, for ever."""
    outcome = Outcome.objects.filter(questionnaire=questionnaire).first()
    if outcome is None:
        raise NotYetClosed(
            _("There are no results before the end."),
            _("Come back when the questionnaire is closed."),
        )
    return _results(outcome.results)


def _results(kept: dict[str, Any]) -> Results:
    questions = tuple(_question(one) for one in kept["questions"])
    return Results(kept["n"], kept["slips"], questions, kept["group"])


def _question(kept: dict[str, Any]) -> QuestionResult:
    parts = tuple(
        PartResult(
            part["name"],
            _cells(part["cells"]),
            tuple(ByGroup(one["group"], one["n"], _cells(one["cells"])) for one in part["groups"]),
        )
        for part in kept["parts"]
    )
    mean = tuple(kept["mean"]) if kept["mean"] else None
    return QuestionResult(
        **{**kept, "options": tuple(kept["options"]), "parts": parts, "mean": mean},
    )


def _cells(kept: list[dict[str, Any]]) -> tuple[Cell, ...]:
    return tuple(Cell(**one) for one in kept)
