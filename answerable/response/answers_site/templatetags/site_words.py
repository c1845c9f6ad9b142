"""Words, times and addresses in the public templates."""

from datetime import date, datetime, timedelta

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from answerable.response.answers.rules.states import CHANGE_NAMES, KIND_NAMES, Change, Kind
from answerable.response.answers_site.press.sheet import here
from answerable.response.answers_site.rules.topics import key_of
from answerable.response.cases.rules.levels import LEVEL_NAMES, Level

register = template.Library()
HOUR, DAY = 3600, 86_400
#: Hours up to which a span is told in hours: the limits of the rules are 5, 24 and 48 hours.
IN_HOURS = 72 * HOUR


@register.filter
def kind_name(kind: str) -> str:
    """Say a kind of answers."""
    return str(KIND_NAMES[Kind(kind)])


@register.filter
def change_name(change: str) -> str:
    """Say what a version does."""
    return str(CHANGE_NAMES[Change(change)])


@register.filter
def level_name(level: str) -> str:
    """Say a level of concerns."""
    return str(LEVEL_NAMES[Level(level)]) if level in set(Level) else _("not assessed yet")


@register.filter
def inert(html: str) -> SafeString:
    """Put HTML into the page that the answers' own markup has made inert."""
    return mark_safe(html)  # noqa: S308 - answers.rules.markup.render keeps a short list of elements and no script


@register.filter
def moment(at: datetime) -> SafeString:
    """Give a time in the body's own zone, marked up for programs."""
    local = timezone.localtime(at, timezone.get_default_timezone())
    # Translators: Django's date signs; 2026年3月2日 周一 14:05
    words = date_format(local, _("j F Y, H:i"))
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), words)


@register.filter
def day(at: datetime) -> SafeString:
    """Give a day in the body's own zone, marked up for programs."""
    local = timezone.localtime(at, timezone.get_default_timezone()).date()
    return format_html('<time datetime="{}">{}</time>', local.isoformat(), _day(local))


def _day(local: date) -> str:
    # Translators: Django's date signs; 2026年3月2日
    return date_format(local, _("j F Y"))


@register.filter
def month_words(begin: datetime) -> str:
    """Name a month."""
    # Translators: Django's date signs; 2026年3月
    return date_format(begin, _("F Y"))


@register.filter
def span_words(length: timedelta) -> str:
    """Say how long something took: in hours while the rules count hours, then in days."""
    seconds = length.total_seconds()
    if seconds < HOUR:
        minutes = max(round(seconds / 60), 1)
        return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}
    if seconds < IN_HOURS:
        hours = seconds / HOUR
        return _("%(hours)s h") % {"hours": f"{hours:.1f}".removesuffix(".0")}
    days = round(seconds / DAY)
    return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}


@register.filter
def wing_name(wing: str) -> str:
    """Name a part of the site."""
    names = {
        "front": _("Answers"),
        "topics": _("Topics"),
        "archive": _("Archive"),
        "changes": _("Corrections"),
        "figures": _("Figures"),
        "about": _("About this site"),
    }
    return names[wing]


@register.filter
def answer_link(slug: str) -> str:
    """Give the permanent address of an answer."""
    return here("answer", slug=slug)


@register.filter
def topic_link(topic: str, language: str) -> str:
    """Give the address of a topic."""
    return here("topic", language=language, key=key_of(topic))


@register.simple_tag
def to(name: str, language: str, **parts: object) -> str:
    """Give the address of a page in a language."""
    return here(name, language=language, **parts)
