"""Words and marks of answers in templates."""

from collections.abc import Mapping

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from answerable.response.answers.rules.findings import Finding
from answerable.response.answers.rules.plain import Hint, HintKind
from answerable.response.answers.rules.states import (
    CHANGE_NAMES,
    GATE_STATE_NAMES,
    KIND_NAMES,
    LANGUAGES,
    STATE_NAMES,
    Change,
    GateState,
    Kind,
    State,
)
from answerable.response.answers.words import MISSING_WORDS, SORT_NAMES
from answerable.web.templatetags.components import state_mark

register = template.Library()

TONES = {
    State.DRAFT: "idle",
    State.PUBLISHED: "ok",
    State.CORRECTED: "ok",
    State.WITHDRAWN: "late",
    State.DROPPED: "idle",
}
GATE_TONES = {
    GateState.DRAFT: "idle",
    GateState.IN_REVIEW: "soon",
    GateState.READY: "ok",
    GateState.SENT_BACK: "late",
}


@register.inclusion_tag("web/components/state.html")
def answer_state(state: str) -> dict[str, object]:
    """Show where an answer stands before the public."""
    return state_mark(STATE_NAMES[State(state)], TONES[State(state)])


@register.inclusion_tag("web/components/state.html")
def gate_mark(state: str) -> dict[str, object]:
    """Show how far a text got."""
    return state_mark(GATE_STATE_NAMES[GateState(state)], GATE_TONES[GateState(state)])


@register.filter
def kind_name(kind: str) -> str:
    """Say a kind of answers."""
    return str(KIND_NAMES[Kind(kind)])


@register.filter
def change_name(change: str) -> str:
    """Say what a version does."""
    return str(CHANGE_NAMES[Change(change)])


@register.filter
def language_name(language: str) -> str:
    """Name a language in itself."""
    return LANGUAGES.get(language, language)


@register.filter
def lang_tag(language: str) -> str:
    """Give the language as HTML names it."""
    return "zh-Hans" if language == "zh" else language


@register.filter
def missing_words(key: str) -> str:
    """Say what a text lacks."""
    return str(MISSING_WORDS[key])


@register.filter
def sort_words(finding: Finding) -> str:
    """Say what sort of thing was found."""
    return str(SORT_NAMES[finding.sort])


@register.filter
def why_of(explained: Mapping[str, str], key: str) -> str:
    """Give the reason for which a finding stays."""
    return explained.get(key, "")


@register.filter
def hint_words(hint: Hint) -> str:
    """Say a hint in one sentence."""
    words = {"found": hint.found, "instead": hint.instead, "length": hint.length}
    if hint.kind is HintKind.LONG_SENTENCE:
        return _("A long sentence (%(length)s): two would read more easily.") % words
    if hint.kind is HintKind.NOUN_CHAIN:
        return _("%(length)s characters in a row without a small word: “%(found)s”.") % words
    if hint.kind is HintKind.FILLER:
        return _("“%(found)s”: %(instead)s.") % words
    return _("“%(found)s”: say “%(instead)s”.") % words


@register.filter
def inert(html: str) -> SafeString:
    """Put HTML into the page that `rules.markup.render` has made inert."""
    return mark_safe(html)  # noqa: S308 - markup.render escapes raw HTML and keeps a short list of elements
