"""How the room's values are shown."""

from datetime import date
from typing import Any

from django import template
from django.utils.translation import gettext as _

from answerable.response.channel_health import words
from answerable.response.channel_health.queries import ChannelPage, CheckRow, FindingRow
from answerable.response.channel_health.rules.faults import MOVE_NAMES, STATE_NAMES, STATE_TONES, Move, State
from answerable.response.channel_health.rules.freshness import COLUMN_KINDS
from answerable.response.channel_health.rules.metrics import METRIC_NAMES, STANDING_NAMES, Metric, Standing
from answerable.response.channels.rules.states import CHANNEL_KIND_NAMES
from answerable.web.templatetags.components import state_mark

register = template.Library()
#: Measures of a site that are counts, and add up.
COUNTED = (Metric.LINKS, Metric.DATES, Metric.ACCESS, Metric.COLUMNS, Metric.EMPTY)


@register.inclusion_tag("web/components/state.html")
def standing_mark(standing: str) -> dict[str, object]:
    """Show how something stands, by icon, word and colour."""
    one = Standing(standing)
    return state_mark(STANDING_NAMES[one], words.TONES[one])


@register.inclusion_tag("web/components/state.html")
def finding_mark(state: str) -> dict[str, object]:
    """Show where a finding stands."""
    one = State(state)
    return state_mark(STATE_NAMES[one], STATE_TONES[one])


@register.filter
def metric_name(metric: str) -> object:
    """Name a measure."""
    return METRIC_NAMES[Metric(metric)]


@register.filter
def check_value(row: CheckRow) -> str:
    """Say what was measured."""
    return words.value_words(row)


@register.filter
def tried(reason: str) -> str:
    """Say why a try failed."""
    return words.tried_words(reason)


@register.filter
def finding_details(row: FindingRow) -> str:
    """Say what a finding is about."""
    return words.details_words(row)


@register.filter
def kind_name(kind: str) -> object:
    """Name the kind of a channel."""
    return {key.value: name for key, name in CHANNEL_KIND_NAMES.items()}[kind]


@register.filter
def column_kind(kind: str) -> object:
    """Name the kind of a column."""
    return {key.value: name for key, name in COLUMN_KINDS.items()}[kind]


@register.filter
def made_name(move: str) -> object:
    """Name what can be done with a finding."""
    return MOVE_NAMES[Move(move)]


@register.filter
def why_ended(reason: str) -> str:
    """Say why a look ended without its pages."""
    return words.round_reason(reason)


@register.filter
def is_address(subject: str) -> bool:
    """Say whether a finding's subject can be opened."""
    return subject.startswith(("http://", "https://"))


@register.simple_tag
def health_figures(page: ChannelPage) -> dict[str, Any]:
    """Give what a chart draws: a site's findings a day, an account's days since its last post."""
    if page.channel.kind != "site":
        series = page.series.get(Metric.POSTED, ())
        return _drawn(
            _("Days since the last post"), {day: value for day, value in series if value is not None}
        )
    found: dict[date, float] = {}
    for metric in COUNTED:
        for day, value in page.series.get(metric, ()):
            if value is not None:
                found[day] = found.get(day, 0.0) + value
    return _drawn(_("Findings"), found)


def _drawn(name: str, values: dict[date, float]) -> dict[str, Any]:
    days = sorted(values)
    return {
        "times": [f"{day:%m-%d}" for day in days],
        "series": [{"name": name, "values": [int(values[day]) for day in days]}],
    }


@register.simple_tag
def trend_words(page: ChannelPage) -> str:
    """Say in a sentence what the chart shows."""
    if page.channel.kind != "site":
        return _("Days since the last post, on each day on which they were counted.")
    return _("All findings of a day that the machine counts; the fewer the better.")
