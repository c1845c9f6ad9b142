"""A composed document is looked at before it is signed."""

from answerable.reports.layouts.checking import remarks_on
from answerable.reports.layouts.document import ListBlock, Paragraph
from tests.answerable.reports.layouts.makers import make_document


def test_the_quarter_s_filing_passes_as_a_report_upward():
    assert remarks_on(make_document(), "report", "up") == ()


def test_a_request_hidden_in_a_list_of_a_report_is_found():
    paper = make_document(body=(Paragraph("情况如下。"), ListBlock(("妥否，请批示。",))))
    assert [one.code for one in remarks_on(paper, "report", "up")] == ["request-inside"]


def test_levels_are_those_of_the_bodies_that_are_named():
    found = remarks_on(
        make_document(), "report", "up", level=5, levels={"青川市人民政府办公室": 2, "区委宣传部": 6}
    )
    assert {one.code for one in found} == {"skips-a-level", "copy-below"}


def test_square_brackets_in_a_number_are_not_the_writer_s_fault():
    assert remarks_on(make_document(number="青政办报[2026]3号"), "report", "up") == ()
