"""The days that a list is narrowed to by its address: ?begin=2026-07-01&end=2026-09-30, either may be missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.utils import formats, timezone
from django.utils.translation import get_language


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day, both of them part of it; none: open at that side."""

    begin: date | None = None
    end: date | None = None

    def __bool__(self) -> bool:
        """Say whether a list is narrowed at all."""
        return self.begin is not None or self.end is not None

    @property
    def first(self) -> str:
        """Write the first day as people do: 1 Jul 2026, 2026年7月1日."""
        return _words(self.begin)

    @property
    def last(self) -> str:
        """Write the last day."""
        return _words(self.end)

    @property
    def since(self) -> datetime | None:
        """Give the first moment, in the body's zone."""
        return _moment(self.begin, time(0))

    @property
    def until(self) -> datetime | None:
        """Give the last moment."""
        return _moment(self.end, time.max)


def days_asked(said: Mapping[str, Any]) -> Days:
    """Read the days of an address; what is none is left out."""
    return Days(_day(said.get("begin", "")), _day(said.get("end", "")))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _words(day: date | None) -> str:
    chinese = (get_language() or "en").startswith("zh")
    return formats.date_format(day, "Y年n月j日" if chinese else "j M Y") if day else ""


def _moment(day: date | None, at: time) -> datetime | None:
    return datetime.combine(day, at, tzinfo=timezone.get_current_timezone()) if day else None
