"""What is lacking."""

from datetime import date
from decimal import Decimal

from answerable.governance.training.rules.lacking import Held, Why, hours_missing, why_short, year_of

DAY, SOON = date(2026, 3, 2), date(2026, 4, 1)


def test_a_course_is_lacking_when_never_taken_expired_or_soon_over():
    assert why_short(None, day=DAY, soon=SOON) is Why.NEVER
    assert why_short(Held(ever=True, until=date(2026, 3, 1)), day=DAY, soon=SOON) is Why.EXPIRED
    assert why_short(Held(ever=True, until=date(2026, 3, 2)), day=DAY, soon=SOON) is Why.SOON
    assert why_short(Held(ever=True, until=date(2026, 5, 1)), day=DAY, soon=SOON) is None
    assert why_short(Held(ever=True, until=None), day=DAY, soon=SOON) is None


def test_hours_beyond_what_is_asked_count_for_nothing():
    assert hours_missing(Decimal("7.5"), Decimal(8)) == Decimal("0.5")
    assert hours_missing(Decimal(30), Decimal(8)) == 0
    assert year_of(DAY) == (date(2026, 1, 1), date(2026, 12, 31))
