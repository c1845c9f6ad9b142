"""Words and marks of releases in templates."""

from django import template
from django.forms import BoundField
from django.utils.translation import gettext as _

from answerable.response.foresight import words
from answerable.response.foresight.rules.complete import LACK_NAMES, Lack
from answerable.response.foresight.rules.consulting import VERDICT_NAMES, WAY_NAMES, Verdict, Way
from answerable.response.foresight.rules.holding_back import HELD_NAMES, Held
from answerable.response.foresight.rules.levels import EFFECT_NAMES, LEVEL_NAMES, LIKELIHOOD_NAMES, Level
from answerable.response.foresight.rules.states import (
    EVIDENCE_NAMES,
    HEARD_NAMES,
    KIND_NAMES,
    SECTION_NAMES,
    STANDING_NAMES,
    STATE_NAMES,
    Evidence,
    Heard,
    Kind,
    Standing,
    State,
)
from answerable.web.templatetags.components import state_mark

register = template.Library()
STATE = "web/components/state.html"


@register.inclusion_tag(STATE)
def release_state(state: str) -> dict[str, object]:
    """Show where a release stands."""
    known = State(state)
    return state_mark(STATE_NAMES[known], words.STATE_TONES[known], words.STATE_ICONS[known])


@register.inclusion_tag(STATE)
def standing_mark(standing: str) -> dict[str, object]:
    """Show how far an assessment got."""
    known = Standing(standing)
    return state_mark(STANDING_NAMES[known], words.STANDING_TONES[known])


@register.inclusion_tag(STATE)
def risk_mark(level: str) -> dict[str, object]:
    """Show a level; one that two people have not said yet says so."""
    if not level:
        return state_mark(_("level not assessed yet"), "idle", "question-circle")
    known = Level(level)
    return state_mark(
        _("risk: %(level)s") % {"level": LEVEL_NAMES[known]},
        words.LEVEL_TONES[known],
        words.LEVEL_ICONS[known],
    )


@register.inclusion_tag(STATE)
def heard_mark(verdict: str) -> dict[str, object]:
    """Show what was said of something that was asked."""
    known = Heard(verdict)
    return state_mark(HEARD_NAMES[known], words.HEARD_TONES[known])


@register.inclusion_tag(STATE)
def adoption_mark(verdict: str) -> dict[str, object]:
    """Show what became of an opinion."""
    known = Verdict(verdict)
    return state_mark(VERDICT_NAMES[known], "soon" if known is Verdict.OPEN else "ok")


@register.filter
def kind_name(kind: str) -> object:
    """Name what is released."""
    return KIND_NAMES[Kind(kind)]


@register.filter
def risk_name(level: str) -> object:
    """Name a level."""
    return LEVEL_NAMES[Level(level)]


@register.filter
def likelihood_name(mark: int) -> object:
    """Name a likelihood."""
    return LIKELIHOOD_NAMES[mark]


@register.filter
def effect_name(mark: int) -> object:
    """Name an effect."""
    return EFFECT_NAMES[mark]


@register.filter
def lack_name(lack: str) -> object:
    """Name what is missing."""
    return LACK_NAMES[Lack(lack)]


@register.filter
def held_name(held: str) -> object:
    """Say what holds a release back."""
    return HELD_NAMES[Held(held)]


@register.filter
def way_name(way: str) -> object:
    """Name a way of asking the public."""
    return WAY_NAMES[Way(way)]


@register.filter
def section_name(key: str) -> object:
    """Name a section of an assessment."""
    return SECTION_NAMES[key]


@register.filter
def evidence_name(kind: str) -> object:
    """Name where something is written."""
    return EVIDENCE_NAMES[Evidence(kind)]


@register.inclusion_tag("foresight/_choices.html")
def choices(bound: BoundField) -> dict[str, object]:
    """Show a field of radio buttons or check boxes as a group with a legend, hint and error."""
    return {"field": bound}
