"""Words and marks of reviews in templates."""

from django import template
from django.utils.translation import gettext as _

from answerable.office.review.rules import (
    CHECK_NAMES,
    STATE_NAMES,
    STEP_STATE_NAMES,
    Hindrance,
    State,
    StepState,
)
from answerable.office.review.words import HINDRANCE_WORDS
from answerable.web.templatetags.components import state_mark

register = template.Library()

TONES = {State.OPEN: "soon", State.PASSED: "ok", State.SENT_BACK: "late", State.WITHDRAWN: "idle"}
STEP_TONES = {
    StepState.WAITING: "soon",
    StepState.PASSED: "ok",
    StepState.RETURNED: "late",
    StepState.VOID: "idle",
}


@register.inclusion_tag("web/components/state.html")
def review_state(state: str) -> dict[str, object]:
    """Show where a review stands."""
    return state_mark(STATE_NAMES[State(state)], TONES[State(state)])


@register.inclusion_tag("web/components/state.html")
def step_state(state: str) -> dict[str, object]:
    """Show where a step stands."""
    return state_mark(STEP_STATE_NAMES[StepState(state)], STEP_TONES[StepState(state)])


@register.filter
def check_name(check: str) -> str:
    """Say what a reader ticks; a check that only the plan knows is shown as it is written there."""
    return str(CHECK_NAMES.get(check, check))


@register.filter
def hindrance_words(found: str) -> str:
    """Say why somebody may not take a step."""
    return _(HINDRANCE_WORDS[Hindrance(found)])


@register.filter
def short_hash(content_hash: str) -> str:
    """Give the first signs of a hash, enough to compare by eye."""
    return content_hash[:12]
