"""What was gathered becomes passages in one language, and blocks that a table can keep."""

import json
from datetime import date

import pytest

from answerable.reports.kinds.composing import NOTHING, blocks_of_words, body_of, chinese_number, compose
from answerable.reports.kinds.kind import Count, Drawn, Gathered, Part, Rows, Said
from answerable.reports.kinds.records import block_of, record_of, source_record
from answerable.reports.layouts.document import (
    Heading,
    KeyFigure,
    KeyFigures,
    ListBlock,
    Missing,
    PageBreak,
    Paragraph,
    Source,
    Table,
)
from answerable.reports.rules.told import Told
from tests.answerable.reports.kinds.makers import make_period

SOURCE = Source("Evening News", "/listen/items/7/")
FULL = Part(
    "cases",
    Told("Concerns", "关切"),
    (Said(Told("Two came.", "共两件。"), (SOURCE,)), Said(Told("One waits.", "一件待办。"), (SOURCE,))),
    (Count(Told("Cases", "事项"), 2, 5, "/respond/cases/"),),
    (
        Rows(
            (Told("Level", "等级"), Told("Seen", "发现")),
            ((Told("grave", "特别重大"), date(2026, 11, 3)), (Told("major", "重大"), None)),
            Told("By level", "按等级"),
        ),
        Rows((Told("Nothing", "无"),), ()),
    ),
    (Told("No fact was checked.", "尚未核实。"),),
    (
        Drawn(
            Told("A day", "每日"),
            Told("Day", "日期"),
            ("11-01", "11-02"),
            ((Told("Items", "信息"), (3.0, None)),),
        ),
    ),
)


def composed(language, *parts):
    return compose(Gathered(Told("Paper", "公文"), parts), make_period(), language)


def test_a_figure_carries_its_n_its_period_and_its_link():
    (passage,) = composed("zh-hans", FULL)
    assert passage.blocks[0] == KeyFigures((KeyFigure("事项", 2, 5, "2026年第四季度", "/respond/cases/"),))


def test_words_are_a_line_a_paragraph_with_each_source_once_at_their_end():
    (passage,) = composed("en", FULL)
    assert passage.words == "Two came.\nOne waits."
    heading, first, last, *_blocks = body_of((passage,))
    assert heading == Heading(1, "Concerns")
    assert (first, last) == (Paragraph("Two came."), Paragraph("One waits.", (SOURCE,)))


def test_cells_speak_the_language_of_the_paper_and_an_empty_table_is_left_out():
    (passage,) = composed("zh-hans", FULL)
    tables = [block for block in passage.blocks if isinstance(block, Table)]
    assert [table.rows for table in tables] == [(("特别重大", date(2026, 11, 3)), ("重大", None))]


def test_a_passage_of_nothing_says_that_nothing_was_recorded():
    (passage,) = composed("en", Part("empty", Told("Empty", "空")))
    assert passage.blocks == (Missing(NOTHING.en),)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_blocks_come_back_from_the_table_as_they_were(language):
    (passage,) = composed(language, FULL)
    blocks = (*passage.blocks, ListBlock(("a", "b"), ordered=True))
    assert tuple(block_of(json.loads(json.dumps(record_of(block)))) for block in blocks) == blocks
    assert source_record(SOURCE) == ["Evening News", "/listen/items/7/"]


def test_chinese_headings_are_counted_and_the_opening_and_closing_words_have_none():
    opening = Part("opening", Told("Opening", "导语"), (Said(Told("To begin.", "现报告如下。")),))
    closing = Part("closing", Told("Closing", "结语"), (Said(Told("", "特此报告。")),))
    body = body_of(composed("zh-hans", opening, FULL, FULL, closing))
    assert body[0] == Paragraph("现报告如下。")
    assert [block.text for block in body if isinstance(block, Heading)] == ["一、关切", "二、关切"]
    assert body[-1] == Paragraph("特此报告。")
    assert [one.key for one in composed("en", opening, closing)] == ["opening"]


@pytest.mark.parametrize(
    ("number", "words"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五")]
)
def test_headings_are_counted_in_chinese_numbers(number, words):
    assert chinese_number(number) == words


def test_lines_that_begin_with_a_bar_are_a_table_that_a_person_can_fill():
    words = "Before.\n| Result | upheld | open |\n| Review | 3 | |\n| Lawsuit |\nAfter."
    before, table, after = blocks_of_words(words)
    assert (before, after) == (Paragraph("Before."), Paragraph("After."))
    rows = (("Review", 3, None), ("Lawsuit", None, None))
    assert table == Table(("Result", "upheld", "open"), rows, widths=(7.0, 6.0, 4.0))


def test_what_a_person_typed_beyond_the_last_column_is_kept():
    (table,) = blocks_of_words("| a | b |\n| 1 | 2 | 3 |")
    assert table.rows == ((1, "2 3"),)


def test_the_time_of_the_figures_is_named_where_it_is_not_the_paper_s_own():
    gathered = Gathered(Told("Study", "研究"), (FULL,), Told("half a year", "半年"))
    (passage,) = compose(gathered, make_period(), "zh-hans")
    assert passage.blocks[0].rows[0].period == "半年"


def test_what_no_kind_makes_is_refused_rather_than_lost():
    with pytest.raises(TypeError, match="PageBreak"):
        record_of(PageBreak())
