"""Days are read as pages write them, and nothing else is taken for one."""

from datetime import date

import pytest

from answerable.response.channel_health.reading.days import day_of_line, days_in, labelled_day, without_days

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Notice of works 2026-02-20", date(2026, 2, 20)),
        ("关于停水的通知 2026年2月3日", date(2026, 2, 3)),
        ("[2026/02/20] Works", date(2026, 2, 20)),
        ("Works, 20 February 2026", date(2026, 2, 20)),
        ("Feb. 3rd, 2026 Works", date(2026, 2, 3)),
        ("关于停水的通知 [02-20]", date(2026, 2, 20)),
        ("关于停水的通知 12-20", date(2025, 12, 20)),
        ("停水通知 2月3日", date(2026, 2, 3)),
        ("Works on mains 3-4", None),
        ("Call 2026-0220 for help", None),
        ("Plan 2026-13-45", None),
        ("Version 1.2026.02.20", None),
    ],
)
def test_the_day_of_a_line(text, day):
    assert day_of_line(text, TODAY) == day


def test_only_a_day_behind_its_word_is_the_pages_own():
    assert labelled_day("Since 2020-01-01. Published: 2026-02-20") == date(2026, 2, 20)
    assert labelled_day("来源：水务局 发布时间：2026年2月20日") == date(2026, 2, 20)
    assert labelled_day("The plant opened on 2020-01-01.") is None


def test_a_text_without_its_days_is_the_same_text():
    assert without_days("Works on 2026-02-20.") == without_days("Works on 2026-03-01.")
    assert [day for _at, day in days_in("from 2026-02-20 to 2026-02-22")] == [
        date(2026, 2, 20),
        date(2026, 2, 22),
    ]
