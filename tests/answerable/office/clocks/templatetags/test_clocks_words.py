"""Days and changes in words."""

from datetime import date

import pytest
from django.utils import translation

from answerable.office.clocks.rules.revising import DayChange, To
from answerable.office.clocks.templatetags import clocks_words as words


@pytest.mark.parametrize(("language", "day"), [("en", "Sat 10 Oct 2026"), ("zh-hans", "2026年10月10日 周六")])
def test_a_day_says_its_weekday(language, day) -> None:
    with translation.override(language):
        assert words.day_words(date(2026, 10, 10)) == day


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "shipped"}, "As shipped"),
        ({"kind": "confirmed", "year": 2027, "notice": "No. 8"}, "2027 confirmed: No. 8"),
        ({"kind": "hours", "hours": ["09:00-12:00"]}, "Office hours 09:00-12:00"),
        ({"kind": "zone", "zone": "Asia/Urumqi"}, "Time zone Asia/Urumqi"),
        (
            {"kind": "days", "days": [["2026-10-01", "2026-10-02", "holiday", "Storm"]]},
            "Thu 1 Oct 2026 – Fri 2 Oct 2026: days off (Storm)",
        ),
    ],
)
def test_every_kind_of_change_is_said(change, said) -> None:
    with translation.override("en"):
        assert words.change_words(change) == said


@pytest.mark.parametrize(
    ("offset", "said"),
    [
        ("-2wd", "2 working days before the end"),
        ("+1wd", "1 working day after the end"),
        ("-50%", "50% of the time left"),
        ("+0h", "at the end"),
        ("-3cd", "3 days before the end"),
    ],
)
def test_an_offset_is_said_from_the_end(offset, said) -> None:
    with translation.override("en"):
        assert words.offset_words(offset) == said


def test_the_week_begins_on_monday_and_months_have_names() -> None:
    with translation.override("zh-hans"):
        assert words.week_days()[0] == ("一", "星期一")
        assert words.month_words(date(2026, 3, 1)) == "3月"
    with translation.override("en"):
        assert words.day_short(date(2027, 1, 1)) == "Fri 1 Jan 2027"
        assert words.day_short(date(2027, 1, 4)) == "Mon 4 Jan"
        assert words.amount("7wd") == "7"
        assert words.who_words("owner") == "owner"
        assert words.who_words("P-COMM") == "P-COMM"
        change = DayChange(date(2026, 10, 10), date(2026, 10, 10), To.MAKE_UP)
        assert words.become(change) == "Sat 10 Oct 2026: make-up working days"
