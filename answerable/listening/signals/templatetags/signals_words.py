"""Words and marks of signals in templates."""

from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

from answerable.listening.signals import words
from answerable.listening.signals.rules.states import (
    MOVE_NAMES,
    REASON_NAMES,
    STATE_NAMES,
    WATCH_MOVE_NAMES,
    WATCH_STATE_NAMES,
    Move,
    Reason,
    State,
    WatchMove,
    WatchState,
)
from answerable.listening.signals.rules.telling import Rhythm
from answerable.web.templatetags.components import state_mark

register = template.Library()

TONES = {
    State.NEW: "late",
    State.ACKNOWLEDGED: "soon",
    State.TAKEN: "soon",
    State.DISMISSED: "idle",
    State.ENDED: "ok",
}
WATCH_TONES = {WatchState.ACTIVE: "ok", WatchState.PAUSED: "idle", WatchState.ENDED: "idle"}


@register.inclusion_tag("web/components/state.html")
def signal_state(state: str) -> dict[str, object]:
    """Show where a signal stands."""
    return state_mark(STATE_NAMES[State(state)], TONES[State(state)])


@register.inclusion_tag("web/components/state.html")
def watch_state(state: str) -> dict[str, object]:
    """Show whether a watch looks."""
    return state_mark(WATCH_STATE_NAMES[WatchState(state)], WATCH_TONES[WatchState(state)])


@register.filter
def told(signal: Any) -> str:
    """Say what was seen, what was expected and how rarely chance does that."""
    return words.told_of(signal)


@register.filter
def seen(signal: Any) -> str:
    """Say what was seen and what was expected."""
    return words.seen_of(signal)


@register.filter
def odds(days: float) -> str:
    """Say how rarely chance does that."""
    return words.once_in(days)


@register.filter
def rounded(number: float) -> str:
    """Write a number that need not be whole."""
    return words.rounded(number)


@register.filter
def move_name(move: str) -> object:
    """Name what can be done with a signal."""
    return MOVE_NAMES[Move(move)]


@register.filter
def watch_move_name(move: str) -> object:
    """Name what can be done with a watch."""
    return WATCH_MOVE_NAMES[WatchMove(move)]


@register.filter
def reason_name(reason: str) -> object:
    """Say why a signal was put aside."""
    return REASON_NAMES[Reason(reason)] if reason else ""


@register.filter
def rhythm_name(rhythm: str) -> object:
    """Say how a watch tells."""
    return words.RHYTHM_NAMES[Rhythm(rhythm)]


@register.filter
def one_false(switch: float) -> str:
    """Say a switch as one false alarm in so many days."""
    return words.days_of_one_false(switch)


@register.simple_tag
def signal_figures(page: Any) -> dict[str, Any]:
    """Give the hours around a signal as the chart takes them, with what was expected in an hour."""
    times = [timezone.localtime(hour).strftime("%m-%d %H:%M") for hour, _count in page.hours]
    an_hour = page.signal.expected / page.signal.hours
    inside = [
        time for time, (hour, _count) in zip(times, page.hours, strict=True) if hour >= page.signal.from_at
    ]
    return {
        "times": times,
        "series": [{"name": _("publications"), "values": [count for _hour, count in page.hours]}],
        "low": [0.0 for _time in times],
        "high": [round(an_hour + 1.645 * an_hour**0.5, 2) for _time in times],
        "marks": [{"at": inside[0], "name": _("the window begins")}] if inside else [],
    }
