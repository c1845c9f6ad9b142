"""Words and marks of cases in templates."""

from typing import Any

from django import template
from django.forms import BoundField
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from answerable.response.cases import words
from answerable.response.cases.queries.loudness import Loudness
from answerable.response.cases.rules.answering import ANSWER_NAMES, AnswerKind
from answerable.response.cases.rules.course import HAPPENED_NAMES, Happened
from answerable.response.cases.rules.findings import EVIDENCE_NAMES, FINDING_NAMES, EvidenceKind, Finding
from answerable.response.cases.rules.levels import LEVEL_NAMES, MARK_NAMES, Level
from answerable.response.cases.rules.papers import PAPER_NAMES, PaperKind
from answerable.response.cases.rules.states import (
    MOVE_NAMES,
    NEED_NAMES,
    PAPER_STATE_NAMES,
    REVIEW_STATE_NAMES,
    STATE_NAMES,
    Move,
    Need,
    PaperState,
    ReviewState,
    State,
)
from answerable.web.templatetags.components import state_mark

register = template.Library()
STATE = "web/components/state.html"
#: Tones of findings: what is not known yet is owed, what was found is settled.
FINDING_ICONS = {
    Finding.CONFIRMED: ("ok", "check-circle"),
    Finding.PARTLY: ("ok", "circle-half"),
    Finding.NOT_SO: ("ok", "x-lg"),
    Finding.UNKNOWN: ("soon", "question-circle"),
}


@register.inclusion_tag(STATE)
def level_mark(level: str) -> dict[str, object]:
    """Show a level; a case that nobody has assessed yet says so."""
    if not level:
        return state_mark(_("not assessed yet"), "idle", "question-circle")
    known = Level(level)
    return state_mark(LEVEL_NAMES[known], words.LEVEL_TONES[known], words.LEVEL_ICONS[known])


@register.inclusion_tag(STATE)
def case_state(state: str) -> dict[str, object]:
    """Show where a case stands."""
    known = State(state)
    return state_mark(STATE_NAMES[known], words.state_tone(known))


@register.inclusion_tag(STATE)
def paper_state(state: str) -> dict[str, object]:
    """Show where a report stands."""
    known = PaperState(state)
    return state_mark(PAPER_STATE_NAMES[known], words.PAPER_TONES[known])


@register.inclusion_tag(STATE)
def review_state(state: str) -> dict[str, object]:
    """Show where a review stands."""
    known = ReviewState(state)
    return state_mark(REVIEW_STATE_NAMES[known], words.REVIEW_TONES[known])


@register.inclusion_tag(STATE)
def finding_mark(finding: str) -> dict[str, object]:
    """Show what was found."""
    known = Finding(finding)
    tone, icon = FINDING_ICONS[known]
    return state_mark(FINDING_NAMES[known], tone, icon)


@register.filter
def level_name(level: str) -> object:
    """Name a level."""
    return LEVEL_NAMES[Level(level)] if level else _("not assessed yet")


@register.filter
def mark_name(mark: int) -> object:
    """Name the mark of a factor."""
    return MARK_NAMES.get(mark, mark)


@register.filter
def need_name(need: str) -> object:
    """Say what a case waits for."""
    return NEED_NAMES[Need(need)]


@register.filter
def case_move(move: str) -> object:
    """Name a move."""
    return MOVE_NAMES[Move(move)]


@register.filter
def paper_name(kind: str) -> object:
    """Name a kind of report."""
    return PAPER_NAMES[PaperKind(kind)]


@register.filter
def evidence_name(kind: str) -> object:
    """Name a kind of evidence."""
    return EVIDENCE_NAMES[EvidenceKind(kind)]


@register.filter
def answer_name(kind: str) -> object:
    """Name a kind of answer; one nobody knows by itself."""
    return ANSWER_NAMES[AnswerKind(kind)] if kind in set(AnswerKind) else kind


@register.filter
def happened(step: str) -> object:
    """Say what happened."""
    return HAPPENED_NAMES[Happened(step)]


@register.simple_tag
def loud_figures(told: Loudness) -> dict[str, Any]:
    """Give what the stories did as the chart takes it, with the answer marked."""
    shape = "%m-%d %H:%M" if told.hours_a_bar < 24 else "%m-%d"
    times = [timezone.localtime(bar.at).strftime(shape) for bar in told.bars]
    marks = []
    answered = told.answered_at
    if answered is not None:
        before = [place for place, bar in enumerate(told.bars) if bar.at <= answered]
        if before:
            marks = [{"at": times[before[-1]], "name": pgettext("mark", "Answer")}]
    return {
        "times": times,
        "series": [{"name": _("publications"), "values": [bar.count for bar in told.bars]}],
        "marks": marks,
    }


@register.inclusion_tag("cases/_choices.html")
def choices(bound: BoundField, inline: bool = False) -> dict[str, object]:
    """Show a field of radio buttons or check boxes as a group with a legend, hint and error."""
    return {"field": bound, "inline": inline}
