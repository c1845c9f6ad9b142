"""A document is cut into pieces once: numbers of tables, figures and sources are the same in every form."""

from answerable.reports.layouts.document import (
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Missing,
    PageBreak,
    Paragraph,
    Run,
    Source,
    Table,
)
from answerable.reports.layouts.pieces import (
    BreakPiece,
    FigurePiece,
    HeadingPiece,
    MissingPiece,
    TablePiece,
    TextPiece,
    pieces_of,
)
from tests.answerable.reports.layouts.makers import make_chart, make_document

NEWS, NOTICE = Source("晚报", "https://a.example/1"), Source("公告", "/listen/items/7/")


def cut(*body, **changes):
    return pieces_of(make_document(body=body, **changes))


def test_a_source_cited_twice_has_one_number_and_stands_once_in_the_list():
    pieces = cut(
        Paragraph("甲", sources=(NEWS,)),
        Paragraph("乙", sources=(NOTICE, NEWS)),
        Paragraph("丙", sources=(NEWS,)),
    )
    assert [piece.cites for piece in pieces[:3]] == [(1,), (2, 1), (1,)]
    assert [piece.runs[1].text for piece in pieces[4:]] == ["晚报", "公告"]
    assert pieces[3] == HeadingPiece(1, "资料来源")


def test_a_text_of_several_lines_is_several_paragraphs_and_the_last_one_cites():
    pieces = cut(Paragraph("一\n二\r\n\n三", sources=(NEWS,)))
    assert [(piece.runs[0].text, piece.cites) for piece in pieces[:3]] == [
        ("一", ()),
        ("二", ()),
        ("三", (1,)),
    ]


def test_tables_and_figures_are_numbered_each_for_themselves_and_a_table_without_a_caption_is_not():
    pieces = cut(
        Table(("a",), (), caption="台账"),
        Table(("a",), ()),
        Figure(make_chart(), "走势"),
        Table(("a",), (), caption="明细"),
    )
    assert [piece.caption for piece in pieces] == ["表1　台账", "", "图1　走势", "表2　明细"]


def test_a_figure_may_bring_the_table_behind_it():
    figure, table = cut(Figure(make_chart(), "走势", with_table=True))
    assert isinstance(figure, FigurePiece)
    assert isinstance(table, TablePiece)
    assert len(table.rows) == len(make_chart().labels)


def test_every_key_figure_bears_its_count_its_period_and_its_link():
    (table,) = cut(KeyFigures((KeyFigure("按时率", 98.4, 61, "第三季度", "/respond/cases/"),)))
    assert table.columns == ("指标", "数值", "统计数（n）", "统计期间")
    assert [cell.text for cell in table.rows[0]] == ["按时率", "98.4", "61", "第三季度"]
    assert table.rows[0][0].link == "https://answerable.qingchuan.example/respond/cases/"


def test_what_is_missing_says_so_before_its_words():
    assert cut(Missing("教育局未报送")) == (MissingPiece("缺：教育局未报送"),)
    assert cut(Missing("no filing"), language="en") == (MissingPiece("Missing: no filing"),)


def test_levels_of_headings_stay_between_one_and_four():
    assert [piece.level for piece in cut(Heading(0, "a"), Heading(9, "b"))] == [1, 4]


def test_empty_runs_fall_away_and_a_break_is_a_break():
    text, end = cut(Paragraph((Run(""), Run("甲"))), PageBreak())
    assert isinstance(text, TextPiece)
    assert len(text.runs) == 1
    assert end == BreakPiece()


def test_a_column_of_numbers_stands_right_gaps_in_it_too_and_a_column_with_a_word_does_not():
    rows = ((3, "98.4%", "3", None, "水务局"), (None, "+12", "三", None, "城管局"))
    (table,) = cut(Table(("a", "b", "c", "d", "e"), rows))
    assert table.right == (True, True, False, False, False)
    assert cut(Table(("a",), ()))[0].right == (False,)
