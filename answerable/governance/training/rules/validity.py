"""Until when a certificate holds, when it is earned, and when somebody is reminded."""

from calendar import monthrange
from datetime import date, timedelta

#: A reminder comes this long before the end: time enough to find a session.
REMIND = timedelta(days=45)
#: Session and quiz of one certificate lie no further apart than this.
TOGETHER = timedelta(days=365)


def valid_until(issued_on: date, months: int | None) -> date | None:
    """Give the last day of a certificate: the same day so many months on, or the last of a shorter month."""
    if months is None:
        return None
    year, month = divmod(issued_on.year * 12 + issued_on.month - 1 + months, 12)
    return date(year, month + 1, min(issued_on.day, monthrange(year, month + 1)[1]))


def earned_on(attended_on: date | None, passed_on: date | None, *, needs_quiz: bool) -> date | None:
    """Say on which day a certificate was earned; None while something is missing or the two lie too far apart."""
    if attended_on is None or (needs_quiz and passed_on is None):
        return None
    if not needs_quiz or passed_on is None:
        return attended_on
    return max(attended_on, passed_on) if abs(attended_on - passed_on) <= TOGETHER else None


def holds(until: date | None, day: date) -> bool:
    """Say whether a certificate holds on a day; one without an end always does."""
    return until is None or day <= until


def ends_soon(until: date | None, day: date) -> bool:
    """Say whether a certificate that still holds ends within the time of a reminder."""
    return until is not None and day <= until <= day + REMIND
