"""Settings of a kind: a frozen dataclass whose fields carry what a form needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from answerable.listening.sources.kinds.reasons import gettext_noop


@dataclass(frozen=True, slots=True)
class AddressSettings:
    """The one thing every kind on the web needs."""

    address: str = field(
        default="",
        metadata={
            "label": gettext_noop("address"),
            "help": gettext_noop("Beginning with https:// or http://."),
        },
    )


def settings_from(settings_type: type[Any], stored: Mapping[str, Any]) -> Any:
    """Make settings from what was stored; names that the kind no longer knows are left out."""
    known = {entry.name for entry in fields(settings_type)}
    return settings_type(**{name: value for name, value in stored.items() if name in known})
