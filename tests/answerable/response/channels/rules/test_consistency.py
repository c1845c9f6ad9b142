"""Figures and dates that cannot all be true."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.response.channels.rules.consistency import Odd, oddities, only

TODAY = date(2026, 3, 2)


def look(body: str, title: str = "") -> list[tuple[Odd, str]]:
    return [(one.odd, one.expected) for one in oddities(title, body, today=TODAY)]


@pytest.mark.parametrize(
    ("body", "odd"),
    [
        ("定于2026年2月30日召开", Odd.DATE),
        ("11月31日前完成", Odd.DATE),
        ("on 31 June 2026", Odd.DATE),
        ("February 30, 2026", Odd.DATE),
        ("due 2026-13-02", Odd.DATE),
        ("2026年3月9日（星期二）停水", Odd.WEEKDAY),
        ("3月9日（周二）停水", Odd.WEEKDAY),
        ("on Tuesday, 9 March 2026", Odd.WEEKDAY),
        ("9 March 2026 (Tuesday)", Odd.WEEKDAY),
        ("Tuesday, March 9, 2026", Odd.WEEKDAY),
        ("共检查200户，其中合格150户，占85%。", Odd.SHARE),
        ("150 of 200 samples (85 %) were clean.", Odd.SHARE),
        ("共受理投诉50件，其中水质20件、水压18件、收费10件。", Odd.SUM),
        ("A total of 50 calls, of which 20 calls on smell and 18 calls on pressure.", Odd.SUM),
        ("| 区 | 户 |\n|---|---|\n| 东 | 10 |\n| 西 | 20 |\n| 合计 | 35 |", Odd.SUM),
    ],
)
def test_what_cannot_be_true_is_found(body, odd):
    assert odd in {one for one, _right in look(body)}


@pytest.mark.parametrize(
    "body",
    [
        "2026年3月9日（星期一）停水，3月10日（周二）恢复。",
        "On Monday, 9 March 2026 we begin; it ends on 10 March (Tuesday).",
        "2024年2月29日发布，2月29日也是一个日子。",
        "共检查200户，其中合格150户，占75%。",
        "150 of 200 samples (75 %) were clean.",
        "One of 3 (33.3 %) and 2 of 3 (67 %).",
        "共受理投诉50件，其中水质20件、水压18件、收费12件。",
        "共有5个科室参加，其中2个科室的3人发言。",
        "共收到意见50条，其中采纳20条。",
        "| 区 | 户 |\n|---|---|\n| 东 | 10 |\n| 西 | 20 |\n| 合计 | 30 |",
        "May 2026 be a good year. In 12 to 14 days.",
        "电话24小时值守，共3班。",
    ],
)
def test_what_is_true_is_left_alone(body):
    assert look(body) == []


def test_a_figure_of_the_title_has_to_stand_in_the_text():
    assert only(oddities("2万户停水", "今天约3万户停水", today=TODAY), Odd.TITLE)[0].expected == "30000"
    assert not oddities("2万户停水", "今天约20,000户停水", today=TODAY)
    assert not oddities("Works on 9 March 2026", "It lasts 4 hours.", today=TODAY)
    assert only(oddities("40 homes dry", "Some 50 homes have no water", today=TODAY), Odd.TITLE)


def test_a_weekday_without_a_year_means_the_nearest_such_day():
    late = date(2026, 12, 28)
    assert not oddities("", "1月4日（周一）起", today=late)  # 4 January 2027 is a Monday
    assert oddities("", "1月4日（周日）起", today=late)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_right_date_with_its_weekday_is_never_odd(day):
    zh = f"{day.year}年{day.month}月{day.day}日（星期{'一二三四五六日'[day.weekday()]}）"
    en = f"{day:%A}, {day.day} {day:%B %Y}"
    assert look(f"{zh} {en} {day.isoformat()}") == []


@given(st.lists(st.integers(1, 5000), min_size=2, max_size=5), st.integers(1, 9))
def test_a_sum_is_odd_exactly_when_it_does_not_add_up(parts, off):
    told = "、".join(f"第{place}类{part}件" for place, part in zip("甲乙丙丁戊", parts, strict=False))
    assert look(f"共受理{sum(parts)}件，其中{told}。") == []
    assert look(f"共受理{sum(parts) + off}件，其中{told}。") == [(Odd.SUM, str(sum(parts)))]


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(text):
    oddities(text[:40], text, today=TODAY)
