"""A period is called what people call it."""

from datetime import date

import pytest

from answerable.governance.duties.rules.periods import Sort, period, quarter_of


@pytest.mark.parametrize(
    ("begin", "end", "sort", "number"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), Sort.YEAR, 1),
        (date(2026, 7, 1), date(2026, 12, 31), Sort.HALF, 2),
        (date(2026, 7, 1), date(2026, 9, 30), Sort.QUARTER, 3),
        (date(2024, 2, 1), date(2024, 2, 29), Sort.MONTH, 2),
        (date(2026, 3, 2), date(2026, 3, 8), Sort.WEEK, 10),
        (date(2026, 3, 2), date(2026, 3, 2), Sort.DAY, 1),
        (date(2026, 3, 1), date(2026, 3, 14), Sort.SPAN, 1),
        (date(2026, 2, 1), date(2026, 4, 30), Sort.SPAN, 1),
    ],
)
def test_a_period_is_recognised_by_its_days(begin, end, sort, number):
    found = period(begin, end)
    assert (found.sort, found.number) == (sort, number)


def test_a_quarter_begins_and_ends_with_its_months():
    assert quarter_of(date(2024, 2, 29)) == (date(2024, 1, 1), date(2024, 3, 31))
    assert quarter_of(date(2026, 12, 31)) == (date(2026, 10, 1), date(2026, 12, 31))
