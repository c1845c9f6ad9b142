"""Words, marks and blocks of papers in templates."""

from dataclasses import replace

from django import template
from django.template import RequestContext
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from answerable.reports import words
from answerable.reports.layouts import html
from answerable.reports.layouts.document import Block, Document, Language
from answerable.reports.rules.passages import Standing
from answerable.reports.rules.states import Move, State
from answerable.reports.rules.templates import TemplateMove, TemplateState
from answerable.reports.rules.told import Told
from answerable.web.templatetags.components import state_mark

register = template.Library()
STATE = "web/components/state.html"


@register.filter
def told(said: Told) -> str:
    """Say something in the language of the page."""
    return said.said(get_language() or "en")


@register.filter
def said_in(said: Told, language: str) -> str:
    """Say something in the language of the paper."""
    return said.said(language)


@register.inclusion_tag(STATE)
def paper_state(state: str) -> dict[str, object]:
    """Show where a paper stands."""
    known = State(state)
    return state_mark(words.STATE_NAMES[known], words.STATE_TONES[known], words.STATE_ICONS[known])


@register.inclusion_tag(STATE)
def standing_mark(standing: str) -> dict[str, object]:
    """Show whose words stand in a passage."""
    known = Standing(standing)
    return state_mark(words.STANDING_NAMES[known], words.STANDING_TONES[known])


@register.filter
def move_name(move: str) -> str:
    """Name a move on its button."""
    return str(words.MOVE_NAMES[Move(move)])


@register.inclusion_tag(STATE)
def template_state(state: str) -> dict[str, object]:
    """Show where a version of a template stands."""
    return state_mark(*words.TEMPLATE_STATES[TemplateState(state)])


@register.filter
def template_move(move: str) -> str:
    """Name what is done with a version on its button."""
    return str(words.TEMPLATE_MOVES[TemplateMove(move)])


@register.filter
def edition_name(why: str) -> str:
    """Say why an edition was kept."""
    return str(words.EDITION_NAMES.get(why, why))


@register.filter
def lang_tag(language: str) -> str:
    """Give a language as pages name it."""
    return "zh-Hans" if language.startswith("zh") else "en"


@register.simple_tag(takes_context=True)
def set_blocks(context: RequestContext, blocks: tuple[Block, ...], language: str) -> SafeString:
    """Set the figures, tables and gaps of a passage. The layout escapes every text that comes from outside."""
    tongue: Language = "zh-hans" if language.startswith("zh") else "en"
    paper = Document(kind="plain", language=tongue, title="", body=blocks, site=_here(context))
    return mark_safe(html.blocks(paper))  # noqa: S308


@register.simple_tag(takes_context=True)
def set_article(context: RequestContext, document: Document) -> SafeString:
    """Set a paper as it reads; the layout escapes every text in it."""
    return mark_safe(html.article(replace(document, site=_here(context))))  # noqa: S308


def _here(context: RequestContext) -> str:
    """Give the address by which this page was asked for, before which links into the house are put."""
    return context.request.build_absolute_uri("/").rstrip("/")
