"""Validity of certificates."""

from datetime import date

from answerable.governance.training.rules.validity import earned_on, ends_soon, holds, valid_until


def test_the_end_is_the_same_day_so_many_months_on_or_the_last_of_a_shorter_month():
    assert valid_until(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert valid_until(date(2026, 3, 2), 24) == date(2028, 3, 2)
    assert valid_until(date(2026, 12, 15), 1) == date(2027, 1, 15)
    assert valid_until(date(2026, 3, 2), None) is None


def test_a_certificate_is_earned_by_the_later_of_session_and_quiz_within_a_year():
    assert earned_on(date(2026, 3, 1), date(2026, 3, 9), needs_quiz=True) == date(2026, 3, 9)
    assert earned_on(date(2026, 3, 1), None, needs_quiz=True) is None
    assert earned_on(date(2026, 3, 1), None, needs_quiz=False) == date(2026, 3, 1)
    assert earned_on(date(2026, 3, 1), date(2027, 6, 1), needs_quiz=True) is None
    assert earned_on(None, date(2026, 3, 1), needs_quiz=False) is None


def test_the_last_day_still_counts():
    assert holds(date(2026, 3, 2), date(2026, 3, 2))
    assert not holds(date(2026, 3, 2), date(2026, 3, 3))
    assert holds(None, date(2026, 3, 3))
    assert ends_soon(date(2026, 3, 20), date(2026, 3, 3))
    assert not ends_soon(None, date(2026, 3, 3))
