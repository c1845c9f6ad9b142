"""Words of the room's pages."""

from typing import Any

from django import template

from answerable.governance.accountability import words
from answerable.governance.accountability.queries.page import ExcuseRow
from answerable.governance.accountability.rules.figures import Line
from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.rules.papers import Kind, Way
from answerable.governance.accountability.rules.seats import Role
from answerable.governance.accountability.rules.states import State

register = template.Library()


@register.inclusion_tag("web/components/state.html")
def file_state(state: str) -> dict[str, object]:
    """Show how a file stands."""
    tone = words.TONES.get(State(state), "soon")
    icons = {"ok": "check-circle", "soon": "clock", "idle": "slash-circle"}
    return {"word": words.STATES[State(state)], "tone": tone, "icon": icons[tone]}


@register.inclusion_tag("web/components/state.html")
def excuse_state(excuse: ExcuseRow) -> dict[str, object]:
    """Show what was made of an excuse."""
    tones = {"": ("soon", "clock"), "holds": ("ok", "check-circle"), "holds_not": ("idle", "slash-circle")}
    tone, icon = tones[excuse.verdict]
    return {"word": words.VERDICTS[excuse.verdict], "tone": tone, "icon": icon}


@register.filter
def excuse_name(key: str) -> object:
    """Name an excuse."""
    return words.EXCUSES[key]


@register.filter
def by_how_much(excuse: ExcuseRow) -> str:
    """Say by how much an excuse was so."""
    return words.facts_words(excuse.key, excuse.facts)


@register.filter
def evidence_line(line: dict[str, Any]) -> str:
    """Write one line of evidence."""
    return words.evidence_words(line)


@register.filter
def paper_name(kind: str) -> object:
    """Name a paper."""
    return words.PAPERS[Kind(kind)]


@register.filter
def measure_name(measure: Measure) -> object:
    """Name a measure."""
    return words.MEASURES[measure]


@register.filter
def role_name(role: str) -> object:
    """Say what a seat is for."""
    return words.ROLES[Role(role)]


@register.filter
def way_words(way: str) -> object:
    """Say by what it is known that a paper came."""
    return words.WAYS[Way(way)]


@register.filter
def act_words(act: str) -> str:
    """Write an act of the trail in words."""
    return str(words.ACTS.get(act, act))


@register.filter
def cause_name(line: Line) -> object:
    """Name a cause in the figures."""
    return words.EXCUSES.get(line.name, line.name)


@register.filter
def measure_line(line: Line) -> object:
    """Name a measure in the figures."""
    return words.MEASURES[Measure(int(line.name))]
