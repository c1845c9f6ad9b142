"""A long Chinese title is broken between words."""

import pytest

from answerable.reports.layouts.titles import ROOM, lines_of_title
from answerable.reports.rules.signs import ems

TITLES = (
    "青川区人民政府办公室关于2026年第三季度|政务舆情回应工作情况的报告",
    "云亭市政务公开办公室关于2026年度|政务舆情回应工作总结的报告",
    "青川区水务局关于临江路供水|管网爆裂舆情处置情况的首报",
    "云亭市2026年第二季度政务新媒体|与政府网站健康状况通报",
)


@pytest.mark.parametrize("lines", TITLES)
def test_no_word_is_torn_and_lines_are_of_much_the_same_length(lines):
    assert lines_of_title(lines.replace("|", "")) == tuple(lines.split("|"))


def test_a_title_that_fits_stays_whole():
    assert lines_of_title("关于2026年5月专题研究情况的通报") == ("关于2026年5月专题研究情况的通报",)
    assert lines_of_title("") == ("",)


@pytest.mark.parametrize("title", ["政" * 45, "a" * 100, "（2026）" * 12, "的" * 50, "舆情" * 30, "x" * 5000])
def test_whatever_the_title_no_sign_is_lost_and_no_line_is_longer_than_the_room(title):
    lines = lines_of_title(title)
    assert "".join(lines) == title
    assert len(lines) == 1 or all(ems(line) <= ROOM for line in lines)


def test_numbers_brackets_and_closing_signs_stay_with_what_they_belong_to():
    for line in lines_of_title("云亭市人民政府办公室关于印发《云亭市2026年政务舆情监测回应工作方案》的通知"):
        assert line[0] not in "》的）"
        assert line[-1] not in "《（"
