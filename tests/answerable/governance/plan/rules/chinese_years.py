"""The working days of China in 2024, 2025 and 2026, as the State Council's yearly notices set them."""

from datetime import date, timedelta

from answerable.office.clocks.rules.calendars import WorkCalendar


def span(first, last, name):
    """Every day of a holiday with its name."""
    return {first + timedelta(days=number): name for number in range((last - first).days + 1)}


HOLIDAYS = {
    **span(date(2024, 1, 1), date(2024, 1, 1), "元旦"),
    **span(date(2024, 2, 10), date(2024, 2, 17), "春节"),
    **span(date(2024, 4, 4), date(2024, 4, 6), "清明节"),
    **span(date(2024, 5, 1), date(2024, 5, 5), "劳动节"),
    **span(date(2024, 6, 10), date(2024, 6, 10), "端午节"),
    **span(date(2024, 9, 15), date(2024, 9, 17), "中秋节"),
    **span(date(2024, 10, 1), date(2024, 10, 7), "国庆节"),
    **span(date(2025, 1, 1), date(2025, 1, 1), "元旦"),
    **span(date(2025, 1, 28), date(2025, 2, 4), "春节"),
    **span(date(2025, 4, 4), date(2025, 4, 6), "清明节"),
    **span(date(2025, 5, 1), date(2025, 5, 5), "劳动节"),
    **span(date(2025, 5, 31), date(2025, 6, 2), "端午节"),
    **span(date(2025, 10, 1), date(2025, 10, 8), "国庆节、中秋节"),
    **span(date(2026, 1, 1), date(2026, 1, 3), "元旦"),
    **span(date(2026, 2, 15), date(2026, 2, 23), "春节"),
    **span(date(2026, 4, 4), date(2026, 4, 6), "清明节"),
    **span(date(2026, 5, 1), date(2026, 5, 5), "劳动节"),
    **span(date(2026, 6, 19), date(2026, 6, 21), "端午节"),
    **span(date(2026, 9, 25), date(2026, 9, 27), "中秋节"),
    **span(date(2026, 10, 1), date(2026, 10, 7), "国庆节"),
}
MAKE_UP = frozenset(
    date(*day)
    for day in (
        (2024, 2, 4), (2024, 2, 18), (2024, 4, 7), (2024, 4, 28), (2024, 5, 11), (2024, 9, 14), (2024, 9, 29),
        (2024, 10, 12), (2025, 1, 26), (2025, 2, 8), (2025, 4, 27), (2025, 9, 28), (2025, 10, 11), (2026, 1, 4),
        (2026, 2, 14), (2026, 2, 28), (2026, 5, 9), (2026, 9, 20), (2026, 10, 10),
    )
)  # fmt: skip
CHINA = WorkCalendar(
    "Asia/Shanghai", "CN 2026-1", holidays=HOLIDAYS, make_up=MAKE_UP, confirmed=frozenset({2024, 2025, 2026})
)
