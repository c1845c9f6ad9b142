"""Words and marks of channels and pieces in templates."""

from datetime import date

from django import template
from django.utils import formats
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext

from answerable.response.channels.rules.findings import SORT_NAMES, TO_PUT_RIGHT, Finding
from answerable.response.channels.rules.interpreting import FORM_NAMES, Form
from answerable.response.channels.rules.platforms import PLATFORMS
from answerable.response.channels.rules.states import (
    CHANGE_KIND_NAMES,
    CHANGE_STATE_NAMES,
    CHANNEL_KIND_NAMES,
    CHANNEL_STATE_NAMES,
    DELIVERY_NAMES,
    LANGUAGES,
    OUT_STATE_NAMES,
    PIECE_KIND_NAMES,
    PIECE_STATE_NAMES,
    PLAN_STATE_NAMES,
    ChangeKind,
    ChangeState,
    ChannelKind,
    ChannelState,
    Delivery,
    OutState,
    PieceKind,
    PieceState,
    PlanState,
)
from answerable.response.channels.rules.wording import MISSING_WORDS
from answerable.response.channels.words import HAND_NAMES, TELL_NAMES
from answerable.web.templatetags.components import state_mark

register = template.Library()

CHANNEL_TONES = {
    ChannelState.LIVE: "ok",
    ChannelState.DORMANT: "late",
    ChannelState.CLOSING: "soon",
    ChannelState.APPLIED: "soon",
    ChannelState.APPROVED: "soon",
    ChannelState.FILED: "soon",
}
PIECE_TONES = {
    PieceState.IN_REVIEW: "soon",
    PieceState.READY: "ok",
    PieceState.SCHEDULED: "ok",
    PieceState.PUBLISHED: "ok",
    PieceState.REVIEW_DUE: "soon",
    PieceState.WITHDRAWN: "late",
}
OUT_TONES = {OutState.WAITING: "soon", OutState.OUT: "ok", OutState.FAILED: "late"}
CHANGE_TONES = {ChangeState.ASKED: "soon", ChangeState.AGREED: "soon", ChangeState.FILED: "ok"}
HAND_TONES = {"open": "late", "done": "soon", "filed": "ok"}


@register.inclusion_tag("web/components/state.html")
def channel_state(state: str) -> dict[str, object]:
    """Show where a channel stands."""
    one = ChannelState(state)
    return state_mark(CHANNEL_STATE_NAMES[one], CHANNEL_TONES.get(one, "idle"))


@register.inclusion_tag("web/components/state.html")
def piece_state(state: str) -> dict[str, object]:
    """Show where a piece stands."""
    one = PieceState(state)
    return state_mark(PIECE_STATE_NAMES[one], PIECE_TONES.get(one, "idle"))


@register.inclusion_tag("web/components/state.html")
def out_state(state: str, tell: str = "published") -> dict[str, object]:
    """Show where one publication stands, and what its channel was to be told."""
    one = OutState(state)
    if tell != "published":
        return state_mark(TELL_NAMES[tell], "late" if tell == "withdrawn" else "idle")
    return state_mark(OUT_STATE_NAMES[one], OUT_TONES[one])


@register.inclusion_tag("web/components/state.html")
def change_state(state: str) -> dict[str, object]:
    """Show where an application stands."""
    one = ChangeState(state)
    return state_mark(CHANGE_STATE_NAMES[one], CHANGE_TONES.get(one, "idle"))


@register.inclusion_tag("web/components/state.html")
def hand_state(state: str) -> dict[str, object]:
    """Show where a hand-over stands."""
    return state_mark(HAND_NAMES[state], HAND_TONES.get(state, "idle"))


@register.filter
def platform_name(key: str) -> str:
    """Name a platform."""
    return str(PLATFORMS[key].name) if key in PLATFORMS else key


@register.filter
def channel_kind(kind: str) -> str:
    """Say what sort of place a channel is."""
    return str(CHANNEL_KIND_NAMES[ChannelKind(kind)])


@register.filter
def change_kind(kind: str) -> str:
    """Say what was applied for."""
    return str(CHANGE_KIND_NAMES[ChangeKind(kind)])


@register.filter
def piece_kind(kind: str) -> str:
    """Say what a piece is."""
    return str(PIECE_KIND_NAMES[PieceKind(kind)])


@register.filter
def delivery_name(delivery: str) -> str:
    """Say how pieces get onto a channel."""
    return str(DELIVERY_NAMES[Delivery(delivery)])


@register.filter
def form_name(form: str) -> str:
    """Name the form of an interpretation."""
    return str(FORM_NAMES[Form(form)])


@register.filter
def plan_state(state: str) -> str:
    """Say where an interpretation stands."""
    return str(PLAN_STATE_NAMES[PlanState(state)])


@register.filter
def tell_name(tell: str) -> str:
    """Say what a channel has to be told."""
    return str(TELL_NAMES[tell])


@register.filter
def language_name(language: str) -> str:
    """Name a language in itself."""
    return LANGUAGES.get(language, language)


@register.filter
def lang_tag(language: str) -> str:
    """Give the language as HTML names it."""
    return "zh-Hans" if language == "zh" else language


@register.filter
def lacks(key: str) -> str:
    """Say what a piece lacks."""
    return str(MISSING_WORDS[key])


@register.filter
def sort_name(finding: Finding) -> str:
    """Say what sort of thing was found."""
    return str(SORT_NAMES[finding.sort])


@register.filter
def to_put_right(finding: Finding) -> bool:
    """Say whether a find can only be put right, not explained."""
    return finding.sort in TO_PUT_RIGHT


@register.filter
def why_of(explained: dict[str, str], key: str) -> str:
    """Give the reason for which a find stays."""
    return explained.get(key, "")


@register.filter
def day_short(day: date) -> str:
    """Write a day where its year is clear."""
    # Translators: a format of Django's dates, for 24 Nov; Chinese: n月j日
    return formats.date_format(day, pgettext("format of a day", "j M"))


@register.filter
def day_of_week(day: date) -> str:
    """Write a day of the calendar with its weekday."""
    # Translators: a format of Django's dates, for Tue 24 Nov; Chinese: n月j日 D
    return formats.date_format(day, pgettext("format of a day", "D j M"))


@register.filter
def inert(html: str) -> SafeString:
    """Put HTML into the page that `answers.rules.markup.render` has made inert."""
    return mark_safe(html)  # noqa: S308 - markup.render escapes raw HTML and keeps a short list of elements
