"""What a post must hold and what its holder lacks: courses and hours, each said by itself, none added up."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Why(StrEnum):
    """Why somebody is short of something."""

    NEVER = "never"
    EXPIRED = "expired"
    SOON = "soon"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Held:
    """What somebody has of one course: whether ever, and until when."""

    ever: bool
    until: date | None


def why_short(held: Held | None, *, day: date, soon: date) -> Why | None:
    """Say why a course is lacking; SOON where it holds but not long any more; None where it holds."""
    if held is None or not held.ever:
        return Why.NEVER
    if held.until is None:
        return None
    if held.until < day:
        return Why.EXPIRED
    return Why.SOON if held.until <= soon else None


def hours_missing(have: Decimal, need: Decimal) -> Decimal:
    """Give the hours that are missing; never less than none."""
    return max(Decimal(0), need - have)


def year_of(day: date) -> tuple[date, date]:
    """Give the year in which hours are counted."""
    return date(day.year, 1, 1), date(day.year, 12, 31)
