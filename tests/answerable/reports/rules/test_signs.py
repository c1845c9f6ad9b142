"""What no file can hold is taken out; lines are told apart and measured."""

import pytest

from answerable.reports.rules.signs import ems, line, lines_of, stretch


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x1b", "\x7f", "\x80", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_falls_away(sign):
    assert line(f"甲{sign}乙") == "甲乙"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_end_of_a_line_is_one(end):
    assert lines_of(f"甲{end}{end}乙") == ("甲", "乙")
    assert line(f"甲{end}乙") == "甲 乙"


def test_blanks_at_the_ends_of_a_stretch_stay_and_those_of_a_line_go():
    assert stretch(" a\t b ") == " a b "
    assert line(" a\t b ") == "a b"


def test_wide_signs_count_one_and_narrow_ones_a_half():
    assert ems("2026年") == 3.0
    assert ems("〔Ａ〕") == 3.0
    assert ems("") == 0
