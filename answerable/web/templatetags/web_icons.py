"""Icons, drawn into the page so that nothing has to be fetched for them."""

from functools import cache
from pathlib import Path

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
ICONS = Path(__file__).resolve().parent.parent / "icons"


@cache
def drawing(name: str) -> str:
    """Read the inside of an icon's drawing, once."""
    text = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    return text[text.index(">") + 1 : text.rindex("</svg>")].strip()


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw an icon of web/icons. It says nothing to a screen reader: the words stand beside it."""
    inside = drawing(name)
    return mark_safe(  # noqa: S308 - the drawings are files of ours
        f'<svg class="an-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{inside}</svg>'
    )
