"""Forms keep what was typed and refuse with the reason at the field."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from answerable.response.channel_health.forms import (
    ColumnForm,
    FigureForm,
    FilterForm,
    GraveForm,
    SheetForm,
    SiteForm,
)
from answerable.response.channel_health.queries import Wish

TODAY = date(2026, 3, 2)


def figures(**said):
    return FigureForm(said, today=TODAY)


def test_figures_need_one_of_three_and_no_day_ahead():
    assert "at least one" in str(figures().errors)
    assert "future" in str(figures(posted_on="2026-03-03").errors["posted_on"])
    form = figures(can_reply="no", posted_on="2026-03-01")
    assert form.is_valid()
    assert (form.said(5).can_reply, form.said(5).channel, form.said(5).day) == (False, 5, TODAY)


def test_a_sheet_is_read_in_both_encodings_and_within_bounds():
    for body in ("渠道,最近更新\n".encode(), "渠道,最近更新\n".encode("gb18030")):
        form = SheetForm({}, {"sheet": SimpleUploadedFile("a.csv", body)})
        assert form.is_valid()
        assert form.words.startswith("渠道")
    assert not SheetForm({}, {"sheet": SimpleUploadedFile("a.csv", b"\xff\xff\xff")}).is_valid()
    assert not SheetForm({}, {"sheet": SimpleUploadedFile("a.csv", b"x" * 600_000)}).is_valid()
    assert "sheet" in SheetForm({}, {}).errors
    assert SheetForm({"text": "a,b\n"}).is_valid()


def test_a_site_and_a_column_are_drafted():
    form = SiteForm({"pages_a_day": "300", "letters_here": "on", "consultation": "http://a.example/m"})
    assert form.is_valid()
    assert (form.draft().pages_a_day, form.draft().letters_here) == (300, True)
    assert "pages_a_day" in SiteForm({"pages_a_day": "3"}).errors
    column = ColumnForm({"name": "News", "address": "http://a.example/n/", "kind": "news"})
    assert column.is_valid()
    assert column.draft().kind == "news"


def test_a_grave_fault_is_one_of_the_list_with_a_sentence():
    assert not GraveForm({"fault": "link_dead", "reason": "x"}).is_valid()
    assert GraveForm({"fault": "grave_wording", "reason": "x"}).is_valid()


def test_a_filter_that_makes_no_sense_is_left_out():
    said = {"kind": "nonsense", "unit": "7", "standing": "purple", "page": "-1", "words": "wechat"}
    assert FilterForm(said, units=[(1, "Supply")]).wish() == Wish(words="wechat")
