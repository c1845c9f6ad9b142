"""Numbers and dates, each in its place."""

import numpy as np
import pytest

from storystream.items import Item
from storystream.text import read
from storystream.text.numbers import DATES, chinese_value, numerals


def figures(title, text=""):
    """The bare figures of an item."""
    return {int(entry) for entry in read(Item("1", title, text)).numbers if entry < 1 << 32}


def slots(title, text=""):
    """The figures with their places."""
    return {int(entry) for entry in read(Item("1", title, text)).numbers if entry >= 1 << 32}


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("三十五", 35),
        ("十", 10),
        ("二百零六", 206),
        ("二〇二四", 2024),
        ("一万二千", 12_000),
        ("三亿", 300_000_000),
        ("两千", 2000),
    ],
)
def test_chinese_numerals_have_their_value(numeral, value):
    points = np.array([ord(sign) for sign in numeral], dtype=np.int32)
    assert chinese_value(points, numerals(), 0, len(points)) == value


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("三十五人受伤", "35人受伤"),
        ("１２例", "12例"),
        ("第三批名单", "第3批名单"),
        ("three dead", "3 dead"),
        ("July report", "july report"),
        ("二〇二四年", "2024年"),
    ],
)
def test_one_number_written_in_two_ways_is_one_figure(one, other):
    assert figures(one) == figures(other) != set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("7月5日通报", "7月6日通报"),
        ("first of July", "first of August"),
        ("closed on Monday", "closed on Tuesday"),
        ("周三停水", "周四停水"),
        ("星期日停水", "星期五停水"),
        ("周日停水", "周六停水"),
        ("下降百分之二", "下降百分之三"),
        ("上涨百分之五十", "上涨百分之六十"),
        ("at 09:30", "at 10:30"),
        ("flight ca1234", "flight ca4321"),
    ],
)
def test_other_numbers_and_dates_are_other_figures(one, other):
    assert figures(one) != figures(other)


@pytest.mark.parametrize("title", ["一些市民", "十分感谢", "一个苹果", "千万注意", "water is off"])
def test_figures_of_speech_are_no_figures(title):
    assert figures(title) == set()


def test_a_place_is_the_words_around_a_figure():
    assert {entry >> 32 for entry in slots("新增5例")} == {entry >> 32 for entry in slots("新增7例")}
    assert not slots("新增5例") & slots("死亡5例")


def test_the_month_and_the_day_have_places_of_their_own():
    assert slots("5月7日停水") != slots("7月5日停水")
    assert figures("5月7日停水") == figures("7月5日停水")


@pytest.mark.parametrize("text", ["7月5日停水", "七月五日停水", "July 5", "the 5th of July 5", "5 July"])
def test_a_date_has_one_code_wherever_it_stands(text):
    dates = {entry & 0xFFFFFFFF for entry in slots("", text + " it is.") if entry >> 32 == DATES}
    assert dates == {0x8D6}  # month 7, the divider, day 5, each digit one more than itself


@pytest.mark.parametrize("text", ["5日停水", "7月停水", "July 32 is none", "7月和5日停水"])
def test_a_day_without_its_month_is_no_date(text):
    assert all(entry >> 32 != DATES for entry in slots("", text + "。"))


def test_sentences_in_another_order_keep_their_places():
    assert slots("", "新增5例。治愈7例。") == slots("", "治愈7例。新增5例。")


def test_half_a_figure_at_the_end_of_an_excerpt_is_no_figure():
    assert figures("", "新增确诊2") == set()
    assert figures("新增确诊2") != set()


def test_entries_ascend_and_are_unique():
    numbers = read(Item("1", "5 of 5 and 7 of 7", "12:30 12:30 1,000")).numbers
    assert numbers.dtype == np.uint64
    assert (np.diff(numbers.astype(np.int64)) > 0).all()
