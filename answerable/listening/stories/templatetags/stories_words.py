"""Words and marks of stories in templates."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from answerable.listening.stories import words
from answerable.listening.stories.rules.spans import Bar
from answerable.listening.stories.rules.trends import Trend
from answerable.web.templatetags.components import state_mark

register = template.Library()


@register.inclusion_tag("web/components/state.html")
def trend_mark(trend: str) -> dict[str, object]:
    """Show how a story moves."""
    known = Trend(trend)
    return state_mark(words.TREND_NAMES[known], words.TREND_TONES[known])


@register.filter
def language_name(tag: str) -> str:
    """Name a language."""
    return words.language_name(tag)


@register.filter
def reason_kind(kind: str) -> object:
    """Say how an item came into its story."""
    return words.KIND_NAMES.get(kind, kind)


@register.filter
def percent(share: float) -> str:
    """Write a share of one as a whole percentage."""
    return f"{round(share * 100)}\u202f%"


@register.simple_tag
def story_figures(bars: Iterable[Bar], hours_a_bar: int, marks: Iterable[Any]) -> dict[str, Any]:
    """Give the figures of a story's timeline as the chart takes them."""
    drawn = list(bars)
    shape = "%m-%d %H:%M" if hours_a_bar < 24 else "%m-%d"
    times = [timezone.localtime(bar.at).strftime(shape) for bar in drawn]
    placed = []
    for mark in marks:
        before = [place for place, bar in enumerate(drawn) if bar.at <= mark.at]
        if before:
            placed.append({"at": times[before[-1]], "name": mark.name})
    return {
        "times": times,
        "series": [{"name": _("publications"), "values": [bar.count for bar in drawn]}],
        "low": [round(bar.low, 1) for bar in drawn],
        "high": [round(bar.high, 1) for bar in drawn],
        "marks": placed,
    }


@register.simple_tag
def story_summary(story: Any, bars: Iterable[Bar], hours_a_bar: int) -> str:
    """Say a story's timeline in one sentence."""
    drawn = list(bars)
    if not drawn:
        return ""
    most = max(drawn, key=lambda bar: bar.count)
    return ngettext(
        "%(publications)s publication carried it; the most in one span of %(hours)s h were %(most)s, from %(at)s.",
        "%(publications)s publications carried it; the most in one span of %(hours)s h were %(most)s, from %(at)s.",
        story.publications,
    ) % {
        "publications": story.publications,
        "hours": hours_a_bar,
        "most": most.count,
        "at": timezone.localtime(most.at).strftime("%Y-%m-%d %H:%M"),
    }
