"""The days of a notice are read as a person would read them."""

from datetime import date, timedelta

import pytest

from answerable.office.clocks.rules.notices import read_notice
from answerable.office.clocks.rules.revising import DayChange, To
from answerable.office.clocks.rules.seeds import seed

NOTICE_2026 = """各省、自治区、直辖市人民政府：
经国务院批准，现将2026年部分节假日安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。"""


def test_the_notice_for_2026_gives_the_days_of_2026() -> None:
    found = read_notice(NOTICE_2026, 2026)
    ours = seed("CN")
    made_up = {change.first for change in found if change.to is To.MAKE_UP}
    assert made_up == {day for day in ours.make_up if day.year == 2026}
    off = {
        change.first + timedelta(days=number)
        for change in found
        if change.to is To.HOLIDAY
        for number in range((change.last - change.first).days + 1)
    }
    for number in range(365):
        day = date(2026, 1, 1) + timedelta(days=number)
        worked = day in made_up or (day not in off and day.weekday() < 5)
        assert ours.look_up(day).is_working is worked


def test_a_holiday_that_begins_in_the_year_before_keeps_its_year() -> None:
    text = "元旦：2026年12月31日（周四）至2027年1月2日（周六）放假调休，共3天。"
    assert read_notice(text, 2027) == (DayChange(date(2026, 12, 31), date(2027, 1, 2), To.HOLIDAY, "元旦"),)


def test_a_single_day_off_is_one_day() -> None:
    assert read_notice("元旦：1月1日放假，共1天。", 2025) == (
        DayChange(date(2025, 1, 1), date(2025, 1, 1), To.HOLIDAY, "元旦"),
    )


@pytest.mark.parametrize("text", ["", "no notice", "13月45日放假", "上班上班", "2月30日至31日放假"])
def test_what_is_no_notice_gives_nothing(text) -> None:
    assert read_notice(text, 2026) == ()
