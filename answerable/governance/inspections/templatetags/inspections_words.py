"""Marks and words of the room: states, methods, questions, seeds, shares."""

from decimal import Decimal
from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from answerable.governance.inspections import words
from answerable.governance.inspections.methods import METHODS
from answerable.governance.inspections.queries.populations import POPULATIONS
from answerable.governance.inspections.rules.checklist import Question
from answerable.governance.inspections.rules.states import Found, FoundMove, Lots, Stage, Trip
from answerable.web.templatetags.components import TONES

register = template.Library()


def _mark(pair: tuple[Any, str]) -> dict[str, Any]:
    word, tone = pair
    return {"word": word, "tone": tone, "icon": TONES[tone]}


@register.inclusion_tag("web/components/state.html")
def stage_mark(state: str) -> dict[str, Any]:
    """Show how a round stands."""
    return _mark(words.STAGES[Stage(state)])


@register.inclusion_tag("web/components/state.html")
def lot_mark(state: str) -> dict[str, Any]:
    """Show how a draw stands."""
    return _mark(words.LOTS[Lots(state)])


@register.inclusion_tag("web/components/state.html")
def trip_mark(state: str) -> dict[str, Any]:
    """Show how a visit stands."""
    return _mark(words.TRIPS[Trip(state)])


@register.inclusion_tag("web/components/state.html")
def found_mark(state: str) -> dict[str, Any]:
    """Show how a finding stands."""
    return _mark(words.FOUND[Found(state)])


@register.inclusion_tag("web/components/state.html")
def grade_mark(grade: str) -> dict[str, Any]:
    """Show how heavy a finding is."""
    return _mark((words.grade_name(grade), {"veto": "late", "major": "soon"}.get(grade, "idle")))


@register.filter
def method_name(key: str) -> str:
    """Name a method."""
    return str(METHODS[key].about.name)


@register.filter
def population_name(key: str) -> str:
    """Name a population."""
    return str(POPULATIONS[key].name) if key in POPULATIONS else key


@register.filter
def question_words(question: Question) -> str:
    """Write a question in the reader's language."""
    return question.words(get_language() or "en")


@register.filter
def verdict_name(key: str, method: str) -> str:
    """Name what was ticked."""
    return next((str(one.name) for one in METHODS[method].verdicts if one.key == key), "")


@register.filter
def way_name(way: str) -> str:
    """Name how a thing was looked at."""
    return words.way_name(way)


@register.filter
def source_name(source: str) -> str:
    """Name where a part of a seed comes from."""
    return words.source_name(source)


@register.filter
def origin_name(origin: str) -> str:
    """Name where questions come from."""
    return str(words.ORIGINS[origin])


@register.filter
def move_name(move: str) -> str:
    """Name what can be done with a finding."""
    return str(words.MOVES[FoundMove(move)])


@register.filter
def act_words(act: str) -> str:
    """Write an act of the trail in words."""
    return str(words.ACTS.get(act, act))


@register.filter
def list_name(name: str) -> str:
    """Name a list of a draw."""
    known = {"inspectors": _("inspectors"), "units": _("units"), "answers": _("answers")}
    return known.get(name, name)


@register.simple_tag
def share_of(reached: Decimal | None, possible: Decimal | None) -> str:
    """Write points as a share: 87.5 %; a dash where nothing could be reached."""
    if reached is None or not possible:
        return "–"
    return f"{number_format((100 * reached / possible).quantize(Decimal('0.1')), decimal_pos=1)} %"


@register.filter
def member_name(member: str, announced: dict[str, Any]) -> str:
    """Name a member of a draw by the list that was fixed."""
    lists = [*announced["lists"], *([announced["inspectors"]] if announced["inspectors"] else [])]
    return next((one["name"] for part in lists for one in part["members"] if one["id"] == member), member)
