"""How the room's values are shown."""

from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from answerable.response.channel_health import words
from answerable.response.channel_health.queries import ChannelPage, CheckRow, FindingRow
from answerable.response.channel_health.rules.faults import MOVE_NAMES, STATE_NAMES, STATE_TONES, Move, State
from answerable.response.channel_health.rules.freshness import COLUMN_KINDS
from answerable.response.channel_health.rules.metrics import METRIC_NAMES, STANDING_NAMES, Metric, Standing
from answerable.response.channels.rules.states import CHANNEL_KIND_NAMES
from answerable.web.templatetags.components import state_mark

register = template.Library()
#: What a line of a chart can show: measures that are counts or days.
DRAWN = (Metric.LINKS, Metric.DATES, Metric.ACCESS, Metric.COLUMNS, Metric.EMPTY)
DRAWN_OF_ACCOUNTS = (Metric.POSTED, Metric.INTERACTION)


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
    """Give the measures of the last days as a chart draws them; a day without a look has a gap."""
    drawn = DRAWN if page.channel.kind == "site" else DRAWN_OF_ACCOUNTS
    chosen = {metric: dict(page.series[metric]) for metric in drawn if metric in page.series}
    days = sorted({day for series in chosen.values() for day in series})
    return {
        "times": [f"{day:%m-%d}" for day in days],
        "series": [
            {"name": str(METRIC_NAMES[metric]), "values": [series.get(day) for day in days]}
            for metric, series in chosen.items()
        ],
    }


@register.simple_tag
def trend_words(page: ChannelPage) -> SafeString | str:
    """Say in a sentence how findings went over the days shown."""
    found = [value for metric in DRAWN for _day, value in page.series.get(metric, ()) if value is not None]
    if not found:
        return _("Measures of the last 30 days.")
    return _("Findings of the last 30 days by measure; the fewer the better.")
