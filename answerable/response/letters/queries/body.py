"""The body itself: its name on the public pages, and the unit where a letter starts."""

from django.conf import settings
from django.utils.translation import gettext as _

from answerable.response.letters.models import Letter


def body() -> tuple[int | None, str]:
    """Give id and name of the body's root unit."""
    units = Letter._meta.get_field("unit").related_model.objects
    row = units.order_by("path").values_list("pk", "name").first()
    return row or (None, _("This body"))


def page_address(code: str, language: str = "") -> str:
    """Give the whole address of a follow-up page."""
    chosen = "en" if language.startswith("en") else "zh"
    return f"{settings.PUBLIC_ADDRESS}/letters/{chosen}/follow/{code}/"
