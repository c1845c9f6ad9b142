"""The guard against templates."""

import numpy as np
import pytest

from storystream.folding.numbers import (
    Change,
    Difference,
    difference,
    digits_apart,
    numbers_differ,
    same_figure,
)
from storystream.items import Item
from storystream.text import read
from storystream.text.numbers import figure_of


def entries(text):
    """The number entries of a text."""
    return read(Item("1", "", text + "。")).numbers.view(np.int64)


def between(one, other):
    """How the numbers of two texts differ."""
    return Difference(*difference(entries(one), entries(other)))


NOTICE = "7月5日新增确诊3例，治愈8例"


def test_equal_texts_do_not_differ():
    assert between(NOTICE, NOTICE) == Difference(0, 0, 0, 4, 0, 1, 0)


@pytest.mark.parametrize(
    "other",
    [
        "7月6日新增确诊3例，治愈8例",
        "7月5日新增确诊4例，治愈8例",
        "8月5日新增确诊3例，治愈8例",
        "7月5日新增确诊8例，治愈3例",
        "5月7日新增确诊3例，治愈8例",
        "7月五十日新增确诊3例，治愈8例",
    ],
)
def test_another_figure_in_one_place_is_another_notice(other):
    assert between(NOTICE, other).slots >= 1
    assert numbers_differ(entries(NOTICE), entries(other), Change(3, 30, 3, alike=True))
    assert numbers_differ(entries(NOTICE), entries(other), Change(3, 30, 3, alike=False))


def test_an_excerpt_only_lacks_figures():
    assert not numbers_differ(entries(NOTICE), entries("7月5日新增确诊3例"), Change(0, 12, 0, alike=False))


def test_figures_that_a_copy_adds_do_not_matter():
    assert not numbers_differ(
        entries(NOTICE), entries(NOTICE + "。客服电话12345"), Change(0, 30, 0, alike=False)
    )


def test_texts_without_numbers_do_not_differ():
    assert not numbers_differ(entries("今晚停水"), entries("今晚停水"), Change(0, 9, 0, alike=True))


def test_a_lost_digit_is_a_slip_only_in_a_noisy_copy():
    one, other = (
        entries(NOTICE + "，累计1024例，在院17例"),
        entries("7月5日新增确诊3例，治愈8例，累计1024例，在院7例"),
    )
    assert numbers_differ(one, other, Change(3, 60, 3, alike=False))
    assert not numbers_differ(one, other, Change(20, 60, 20, alike=False))


def test_a_lost_digit_in_a_text_where_nothing_else_changed_is_another_notice():
    one, other = entries("本市新增确诊17例，均已隔离"), entries("本市新增确诊7例，均已隔离")
    assert numbers_differ(one, other, Change(3, 20, 3, alike=True))
    assert not numbers_differ(one, other, Change(6, 20, 6, alike=True))


def test_a_digit_is_no_slip_because_another_figure_beside_it_holds_it():
    one, other = entries("closed on July 8 from noon"), entries("closed on July 10 from noon")
    assert between("closed on July 8 from noon", "closed on July 10 from noon").slips == 0
    assert numbers_differ(one, other, Change(9, 40, 9, alike=False))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("人民路7月15日停水", "中山路7月16日停水"),
        ("Water off in Mill Lane, July 15", "Water off in Northgate, July 16"),
        ("Mill Lane: 15 July", "Northgate: 16 July"),
    ],
)
def test_another_date_is_another_notice_although_the_place_beside_it_has_changed(one, other):
    assert between(one, other).dates == 1
    assert numbers_differ(entries(one), entries(other), Change(20, 60, 20, alike=False))


def test_a_second_date_in_a_copy_is_not_another_date():
    assert between("7月15日停水", "7月15日停水，7月16日恢复").dates == 0


@pytest.mark.parametrize(("one", "other"), [("H1", "1"), ("Insta360", "Insa360")])
def test_a_name_without_one_of_its_letters_is_a_slip(one, other):
    assert between(f"宇树{one}跑完全程", f"宇树{other}跑完全程") == Difference(1, 1, 1, 0, 1, 1, 0)


def test_another_flight_is_no_slip():
    assert between("航班MH370延误", "航班MH371延误").slips == 0


def test_a_noisy_copy_with_another_date_is_another_notice():
    assert numbers_differ(
        entries(NOTICE), entries("7月6日新增确诊3例，治愈8例"), Change(20, 60, 20, alike=False)
    )


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("2024", "224", True),
        ("15", "5", True),
        ("15", "16", False),
        ("5", "6", False),
        ("12345678", "1234567", False),
    ],
)
def test_figures_are_digits_apart_when_some_are_left_out(one, other, apart):
    assert (
        digits_apart(figure_of(one), figure_of(other))
        == digits_apart(figure_of(other), figure_of(one))
        == apart
    )


def test_a_year_is_the_same_without_one_of_its_digits_and_a_count_is_not():
    assert same_figure(figure_of("2024"), figure_of("204"))
    assert not same_figure(figure_of("15"), figure_of("5"))
    assert not same_figure(figure_of("2024"), figure_of("24"))
    assert not same_figure(figure_of("12500"), figure_of("2500"))


@pytest.mark.parametrize("first", range(1, 29))
def test_days_within_three_days_are_never_a_lost_digit_apart(first):
    assert not any(digits_apart(figure_of(str(first)), figure_of(str(first + step))) for step in (1, 2, 3))
