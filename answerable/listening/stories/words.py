"""Names that pages of the room show."""

from django.conf.locale import LANG_INFO
from django.utils.translation import get_language
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from answerable.listening.stories.rules.trends import Trend

TREND_NAMES = {
    Trend.EMERGING: _("emerging"),
    Trend.GROWING: _("growing"),
    Trend.STEADY: _("steady"),
    Trend.FADING: _("fading"),
}
TREND_TONES = {Trend.EMERGING: "soon", Trend.GROWING: "late", Trend.STEADY: "idle", Trend.FADING: "ok"}
TREND_ICONS = {
    Trend.EMERGING: "stars",
    Trend.GROWING: "graph-up-arrow",
    Trend.STEADY: "dash-lg",
    Trend.FADING: "graph-down-arrow",
}
TAB_NAMES = {
    "new": _("New since your last look"),
    "growing": _("Growing"),
    "spread": _("Most spread"),
    "all": _("All"),
}
SPAN_NAMES = {1: _("24 hours"), 3: _("3 days"), 7: _("7 days"), 30: _("30 days")}
KIND_NAMES = {
    "new": _("began the story"),
    "join": _("is like another item"),
    "fold": _("repeats another item"),
    "pinned": _("was put here by a person"),
}


def language_name(tag: str) -> str:
    """Name a language in the reader's own."""
    known = {"zh": now_("Chinese"), "en": now_("English")}
    if tag in known:
        return known[tag]
    found = LANG_INFO.get(tag.lower()) or {}
    local = "name_local" if (get_language() or "").startswith("zh") else "name"
    return str(found.get(local) or tag)
