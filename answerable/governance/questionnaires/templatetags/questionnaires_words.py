"""Words and drawings of the room's pages."""

from dataclasses import dataclass

from django import template
from django.utils.translation import gettext as _

from answerable.governance.questionnaires.rules.questions import SORT_NAMES, Sort
from answerable.governance.questionnaires.rules.results import Cell, QuestionResult
from answerable.governance.questionnaires.rules.states import STATE_NAMES, STATE_TONES, State
from answerable.governance.questionnaires.rules.suppression import LEAST

register = template.Library()
#: Width of a bar of 100 %, in units of the drawing.
WIDTH = 200


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with the interval of its share, in units of the drawing."""

    width: float
    low: float
    high: float


@register.inclusion_tag("web/components/state.html")
def questionnaire_state(state: str) -> dict[str, object]:
    """Show how a questionnaire stands."""
    tone = STATE_TONES[State(state)]
    icons = {"ok": "check-circle", "soon": "clock", "idle": "slash-circle"}
    return {"word": STATE_NAMES[State(state)], "tone": tone, "icon": icons[tone]}


@register.filter
def sort_name(sort: str) -> object:
    """Name a kind of question."""
    return SORT_NAMES[Sort(sort)]


@register.filter
def shown_count(count: int | None) -> str:
    """Write a count, or that it is held back."""
    return str(count) if count is not None else _("held back")


@register.filter
def shown_share(share: float | None) -> str:
    """Write a share in whole percent."""
    return f"{share:.0%}" if share is not None else "–"


@register.filter
def fewer(count: int | None) -> str:
    """Write n, or that it is too small to be said."""
    return str(count) if count is not None else _("fewer than %(least)s") % {"least": LEAST}


@register.inclusion_tag("questionnaires/_bars.html")
def bars(cells: tuple[Cell, ...], n: int | None, label: str) -> dict[str, object]:
    """Draw the shares of cells with their 95 % intervals, each beside its figures."""
    return {"drawn": [(_bar(cell), cell) for cell in cells], "n": n, "label": label}


def _bar(cell: Cell) -> Bar | None:
    if cell.share is None or cell.low is None or cell.high is None:
        return None
    return Bar(cell.share * WIDTH, cell.low * WIDTH, cell.high * WIDTH)


@register.filter
def of_question(remarks: dict[int, tuple[object, ...]], number: int) -> tuple[object, ...]:
    """Give the remarks of one question."""
    return remarks.get(number, ())


@register.filter
def mean_words(one: QuestionResult) -> str:
    """Write a mean with its interval."""
    assert one.mean is not None
    mean, low, high = one.mean
    return _("mean %(mean)s (95 %% between %(low)s and %(high)s)") % {
        "mean": f"{mean:.2f}",
        "low": f"{low:.2f}",
        "high": f"{high:.2f}",
    }
