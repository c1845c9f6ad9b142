"""The places that a template may have."""

import pytest

from answerable.reports.templates_of_the_body.names import CHINESE, group_of, known
from answerable.reports.templates_of_the_body.places import filling_of
from tests.answerable.reports.layouts.makers import make_document, make_english


@pytest.mark.parametrize("name", [*CHINESE, *CHINESE.values()])
def test_every_place_is_known_by_its_chinese_and_its_english_name(name):
    assert known(name) == CHINESE.get(name, name)


@pytest.mark.parametrize(
    "name", ["", "titel", "figures", "figures.", "figures.rows", "__class__", "title.upper", "附件"]
)
def test_any_other_name_is_none(name):
    assert known(name) == ""


def test_rows_are_told_from_single_places():
    assert (group_of("指标.名称"), group_of("figures.n"), group_of("标题")) == ("figures", "figures", "")


def test_a_document_fills_every_single_place():
    filling = filling_of(
        make_document(serial="000001", secrecy="秘密", urgency="特急", notices=("草稿", "未签发"))
    )
    assert all(filling.words.values())
    assert filling.words["title"] == make_document().title
    assert filling.words["number"] == "青政办报〔2026〕3号"
    assert filling.words["copies"] == "区委宣传部，区委网信办"
    assert filling.words["notices"] == "草稿 未签发"


def test_figures_sources_and_attachments_are_rows():
    filling = filling_of(make_document())
    assert [row["name"] for row in filling.rows["attachments"]] == ["2026年第三季度台账", "各单位办理明细表"]
    assert filling.rows["figures"][0] == {
        "name": "按时回应率",
        "value": "98.4%",
        "n": "61",
        "period": "2026年7月1日至9月30日",
    }
    assert filling.rows["sources"] == (
        {"no": "1", "title": "青川区政府网站：停水公告", "link": "https://qingchuan.example/notice/7"},
    )


def test_an_english_document_gives_english_words():
    words = filling_of(make_english()).words
    assert (words["date"], words["printed"]) == ("9 October 2026", "Issued 9 October 2026")
