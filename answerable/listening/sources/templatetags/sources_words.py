"""Marks and sentences of the room: states, outcomes, reasons, kinds."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django import template
from django.utils.translation import gettext

from answerable.listening.sources.kinds import KINDS
from answerable.listening.sources.queries.reasons import sentence
from answerable.listening.sources.rules.outcomes import Outcome
from answerable.listening.sources.rules.states import State
from answerable.listening.sources.words import ACTS, LANGUAGES, OUTCOME_TONES, OUTCOMES, STATES, TONES
from answerable.web.templatetags.components import distance

register = template.Library()


@register.inclusion_tag("web/components/state.html")
def source_state(state: str) -> dict[str, Any]:
    """Show how a source stands: icon, word, colour."""
    return _mark(STATES[State(state)], TONES[State(state)])


@register.inclusion_tag("web/components/state.html")
def poll_outcome(outcome: str) -> dict[str, Any]:
    """Show what a poll came to."""
    return _mark(OUTCOMES[Outcome(outcome)], OUTCOME_TONES[Outcome(outcome)])


def _mark(word: Any, tone: str) -> dict[str, Any]:
    icons = {"ok": "check-circle", "soon": "clock", "late": "exclamation-octagon", "idle": "slash-circle"}
    return {"word": word, "tone": tone, "icon": icons[tone]}


@register.filter
def outcome_word(outcome: str) -> str:
    """Name an outcome."""
    return str(OUTCOMES[Outcome(outcome)]) if outcome else ""


@register.filter
def outcome_tone(outcome: str) -> str:
    """Give the tone of an outcome; a day without polls has none."""
    return OUTCOME_TONES[Outcome(outcome)] if outcome else "none"


@register.filter
def state_word(state: str) -> str:
    """Name a state."""
    return str(STATES[State(state)])


@register.simple_tag
def reason(code: str, details: Mapping[str, Any] | None = None) -> str:
    """Say what a code means."""
    return sentence(code, details) if code else ""


@register.filter
def kind_name(key: str) -> str:
    """Name a kind of source."""
    return gettext(KINDS[key].name) if key in KINDS else key


@register.filter
def language_name(code: str) -> str:
    """Name a language; one that the forms do not offer is shown by its code."""
    return str(dict(LANGUAGES).get(code, code))


@register.filter
def words(text: str) -> str:
    """Translate a word that a kind tells of itself."""
    return gettext(text) if text else ""


@register.filter
def span(length: timedelta | None) -> str:
    """Write a length of time in its two largest units."""
    return distance(length) if length else ""


@register.simple_tag
def is_ticked(ticked: set[str], place: int, number: int) -> str:
    """Write the attribute of a box that is ticked."""
    return "checked" if f"{place}.{number}" in ticked else ""


@register.filter
def act_word(act: str) -> str:
    """Say an act of the trail in words."""
    return str(ACTS.get(act.partition(".")[2], act))
