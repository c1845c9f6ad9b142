"""Kinds of notices in words. A room that tells a new kind adds its line."""

from django.utils.translation import gettext_lazy as _

KIND_NAMES = {
    "signal": _("Signals"),
    "watch": _("My watches"),
    "source": _("Sources"),
    "source_ill": _("Sources that fell ill"),
    "source_recovered": _("Sources that recovered"),
}


def kind_name(kind: str) -> str:
    """Say a kind of notices."""
    return str(KIND_NAMES.get(kind, kind))
