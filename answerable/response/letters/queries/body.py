"""The body itself: its name on the public pages, and the unit where a letter starts."""

from django.conf import settings
from django.utils.translation import gettext as _

from answerable.office.people import queries as people


def body() -> tuple[int | None, str]:
    """Give id and name of the body's root unit."""
    found = people.body()
    return (found.id, found.name) if found else (None, _("This body"))


def page_address(code: str, language: str = "") -> str:
    """Give the whole address of a follow-up page."""
    chosen = "en" if language.startswith("en") else "zh"
    return f"{settings.PUBLIC_ADDRESS}/letters/{chosen}/follow/{code}/"
