"""Words and marks of letters in templates."""

from django import template
from django.template.defaultfilters import filesizeformat

from answerable.response.letters.queries import Share
from answerable.response.letters.rules.attachments import REASONS
from answerable.response.letters.rules.states import (
    END_NAMES,
    INQUIRY_STATE_NAMES,
    JUDGEMENT_NAMES,
    REPLY_STATE_NAMES,
    SEEN_BY_ASKER,
    STATE_NAMES,
    STEP_NAMES,
    TOLD_NAMES,
    WAY_NAMES,
    End,
    InquiryState,
    Judgement,
    ReplyState,
    State,
    StepKind,
    Told,
    Way,
)
from answerable.web.templatetags.components import state_mark

register = template.Library()

TONES = {
    State.RECEIVED: "soon",
    State.FORWARDED: "soon",
    State.CLARIFYING: "idle",
    State.ANSWERED: "ok",
    State.CLOSED: "idle",
}
REPLY_TONES = {
    ReplyState.DRAFT: "idle",
    ReplyState.IN_REVIEW: "soon",
    ReplyState.SENT: "ok",
    ReplyState.DROPPED: "idle",
}
INQUIRY_TONES = {
    InquiryState.RECEIVED: "soon",
    InquiryState.ACKNOWLEDGED: "soon",
    InquiryState.ANSWERED: "ok",
    InquiryState.DECLINED: "idle",
}
JUDGEMENT_TONES = {Judgement.ANSWERED: "ok", Judgement.PARTLY: "soon", Judgement.NOT: "late"}


@register.inclusion_tag("web/components/state.html")
def letter_state(state: str) -> dict[str, object]:
    """Show where a letter stands."""
    return state_mark(STATE_NAMES[State(state)], TONES[State(state)])


@register.inclusion_tag("web/components/state.html")
def reply_state(state: str) -> dict[str, object]:
    """Show where a reply stands."""
    return state_mark(REPLY_STATE_NAMES[ReplyState(state)], REPLY_TONES[ReplyState(state)])


@register.inclusion_tag("web/components/state.html")
def inquiry_state(state: str) -> dict[str, object]:
    """Show where a question of the press stands."""
    return state_mark(INQUIRY_STATE_NAMES[InquiryState(state)], INQUIRY_TONES[InquiryState(state)])


@register.inclusion_tag("web/components/state.html")
def judgement_mark(judgement: str) -> dict[str, object]:
    """Show what the asker says of the answer."""
    return state_mark(JUDGEMENT_NAMES[Judgement(judgement)], JUDGEMENT_TONES[Judgement(judgement)])


@register.filter
def way_name(way: str) -> object:
    """Name how a letter came."""
    return WAY_NAMES[Way(way)]


@register.filter
def step_name(kind: str) -> object:
    """Name what happened."""
    return STEP_NAMES[StepKind(kind)]


@register.filter
def step_to_asker(kind: str) -> object:
    """Name what happened, in words to the asker."""
    return SEEN_BY_ASKER[StepKind(kind)]


@register.filter
def judgement_name(judgement: str) -> object:
    """Name a judgement, also where it stands as the text of a step."""
    return JUDGEMENT_NAMES[Judgement(judgement)] if judgement in set(Judgement) else judgement


@register.filter
def end_name(end: str) -> object:
    """Name how a letter ended."""
    return END_NAMES[End(end)]


@register.filter
def told_name(told: str) -> object:
    """Name how the answer reached the asker."""
    return TOLD_NAMES[Told(told)]


@register.filter
def why_refused(code: str) -> object:
    """Say why a file was not kept."""
    return REASONS.get(code, REASONS["unknown"])


@register.filter
def size(count: int) -> str:
    """Write a number of bytes."""
    return filesizeformat(count)


@register.filter
def percent(share: Share) -> str:
    """Write a share in per cent; a dash where there are too few to say."""
    return f"{share.percent:.0f} %" if share.percent is not None else "–"
