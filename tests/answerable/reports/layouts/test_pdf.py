"""PDF as it is kept: measured on the page, with its tags, its profile of colours and its own words about itself."""

import io
import re

import pytest
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from answerable.reports.layouts.document import Chart, Figure, Heading, Paragraph, Series
from answerable.reports.layouts.rendering import render
from answerable.reports.rules.fonts import Fonts
from tests.answerable.reports.layouts.makers import make_document, make_english
from tests.answerable.reports.layouts.office import pages_of

LONG = make_document(body=(Paragraph("政" * 1500),), attachments=(), note="")
PAPERS = {
    "official-zh": make_document(),
    "official-en": make_english(),
    "plain-zh": make_document(kind="plain"),
    "plain-en": make_english(kind="plain"),
}


@pytest.fixture(scope="module")
def long_pages():
    return pages_of(render(LONG, "pdf").content)


def catalog_of(content):
    return PDFDocument(PDFParser(io.BytesIO(content))).catalog


def roles_of(element, found=None):
    """The kinds of all elements of the tree of tags, in order."""
    found = [] if found is None else found
    element = resolve1(element)
    if isinstance(element, list):
        for one in element:
            roles_of(one, found)
    elif isinstance(element, dict):
        if "S" in element:
            found.append(element["S"].name)
        roles_of(element.get("K"), found)
    return found


def test_a_full_page_has_22_lines_of_28_characters(long_pages):
    for page in long_pages[1:3]:
        body = [line for line in page if "政" in line.text]
        assert len(body) == 22
        assert {len(line.text) for line in body} == {28}


def test_the_text_stands_in_a_frame_of_156_by_225_mm(long_pages):
    body = [line for page in long_pages for line in page if line.text[0] == "政"]
    assert min(line.left for line in body) == pytest.approx(28, abs=0.1)
    assert max(line.right for line in body) == pytest.approx(184, abs=0.2)
    assert min(line.top for line in body) == pytest.approx(37, abs=0.1)
    assert max(line.bottom for line in body) <= 262


def test_the_mark_stands_35_mm_below_the_upper_edge_of_the_text(long_pages):
    assert long_pages[0][0].text == "青川区人民政府办公室文件"
    assert long_pages[0][0].top == pytest.approx(72, abs=0.5)


def test_odd_pages_bear_their_number_at_the_right_and_even_ones_at_the_left(long_pages):
    for place, page in enumerate(long_pages, 1):
        line = page[-1]
        assert (line.text, line.size) == (f"—{place}—", 14)
        assert line.top == pytest.approx(262 + 7, abs=0.3)
        if place % 2:
            assert line.right == pytest.approx(184 - 14 / 72 * 25.4, abs=1)
        else:
            assert line.left == pytest.approx(28 + 14 / 72 * 25.4, abs=1)


def test_the_title_stands_two_lines_below_the_red_rule(long_pages):
    number, title = long_pages[0][1], long_pages[0][2]
    rule = number.bottom + 4
    assert title.size == 22
    assert title.top - rule == pytest.approx(2 * 28.98 / 72 * 25.4, abs=1.5)


def test_the_colophon_ends_with_the_text_area(long_pages):
    printed = long_pages[-1][-2]
    assert printed.text == "青川区人民政府办公室2026年10月9日印发"
    assert printed.size == 14
    assert 255 < printed.bottom <= 262


def test_the_date_stands_four_characters_in_with_the_issuer_centred_on_it(long_pages):
    page = long_pages[-1]
    place = next(place for place, line in enumerate(page) if line.text == "2026年10月9日")
    dated, issuer = page[place], page[place - 1]
    assert dated.right == pytest.approx(184 - 4 * 15.75 / 72 * 25.4, abs=1)
    assert (dated.left + dated.right) / 2 == pytest.approx((issuer.left + issuer.right) / 2, abs=1.5)


@pytest.mark.parametrize("name", list(PAPERS))
def test_the_file_says_that_it_is_for_keeping_and_for_everybody(name):
    content = render(PAPERS[name], "pdf").content
    catalog = catalog_of(content)
    about = resolve1(catalog["Metadata"]).get_data().decode()
    assert re.search(r"<pdfaid:part>2</pdfaid:part>", about)
    assert re.search(r"<pdfaid:conformance>A</pdfaid:conformance>", about)
    assert re.search(r"<pdfuaid:part>1</pdfuaid:part>", about)
    assert PAPERS[name].title in about
    intent = resolve1(resolve1(catalog["OutputIntents"])[0])
    assert intent["S"].name == "GTS_PDFA1"
    assert resolve1(intent["DestOutputProfile"]).get_data()[36:40] == b"acsp"
    assert catalog["MarkInfo"]["Marked"] is True
    assert resolve1(catalog["Lang"]).decode().lower().startswith("zh" if name.endswith("zh") else "en")
    assert resolve1(catalog["ViewerPreferences"])["DisplayDocTitle"] is True


@pytest.mark.parametrize("name", list(PAPERS))
def test_headings_tables_lists_and_figures_are_tagged_as_what_they_are(name):
    roles = roles_of(catalog_of(render(PAPERS[name], "pdf").content)["StructTreeRoot"])
    assert {"H1", "P", "Table", "TR", "TH", "TD", "L", "LI", "Figure", "Link"} <= set(roles)


@pytest.mark.parametrize("name", list(PAPERS))
def test_nothing_in_the_file_runs_and_every_face_lies_in_it(name):
    content = render(PAPERS[name], "pdf").content
    catalog = catalog_of(content)
    assert not {"OpenAction", "AA", "AcroForm", "Names"} & set(catalog)
    for page in PDFPage.get_pages(io.BytesIO(content)):
        for font in resolve1(resolve1(page.resources)["Font"]).values():
            inner = resolve1(resolve1(resolve1(font).get("DescendantFonts", [font]))[0])
            described = resolve1(inner["FontDescriptor"])
            assert {"FontFile", "FontFile2", "FontFile3"} & set(described)


def test_the_words_for_who_cannot_see_a_chart_are_in_the_file():
    chart = Chart("line", "来信", ("一月", "二月"), (Series("来信", (3, 5)),))
    content = render(make_document(body=(Figure(chart, "来信数"),)), "pdf").content
    told = []

    def look(element):
        element = resolve1(element)
        if isinstance(element, list):
            for one in element:
                look(one)
        elif isinstance(element, dict):
            told.append(resolve1(element.get("Alt", b"")))
            look(element.get("K"))

    look(catalog_of(content)["StructTreeRoot"])
    assert any("折线图：来信" in one.decode("utf-16") for one in told if one)


def test_a_chart_is_drawn_in_lines_and_not_in_dots():
    content = render(make_document(), "pdf").content
    for page in PDFPage.get_pages(io.BytesIO(content)):
        objects = resolve1(resolve1(page.resources).get("XObject", {})) or {}
        assert all(resolve1(one)["Subtype"].name != "Image" for one in objects.values())


@pytest.mark.parametrize("name", list(PAPERS))
def test_every_paragraph_comes_back_from_the_page(name):
    shown = "".join(line.text for page in pages_of(render(PAPERS[name], "pdf").content) for line in page)
    for block in PAPERS[name].body:
        if isinstance(block, Paragraph):
            assert block.text.replace(" ", "") in shown


def test_a_face_that_is_not_at_hand_is_told_in_both_languages():
    told = render(make_document(), "pdf").notices
    lacking = [one for one in told if "仿宋_GB2312" in one.en]
    if any(name in one.en for one in told for name in ("FangSong", "Fang")) and not lacking:
        pytest.skip("a FangSong of the standard's own is installed on this machine")
    assert lacking[0].said("zh-hans").startswith("缺少字体“仿宋_GB2312”")
    assert "instead" in lacking[0].said("en")


def test_a_sign_that_no_font_has_is_printed_as_a_gap_and_told():
    made = render(make_document(title="关于\U000e0fff\ue000字的通知"), "pdf")
    shown = "".join(line.text for page in pages_of(made.content) for line in page)
    assert "关于〓〓字的通知" in shown
    assert any("U+E000" in one.en and "U+E000" in one.zh for one in made.notices)


def test_rare_signs_of_names_are_printed():
    made = render(make_document(signer="朱镕喆堃㛃𬍛"), "pdf")
    shown = "".join(line.text for page in pages_of(made.content) for line in page)
    there = {sign for sign in "镕喆堃㛃𬍛" if sign in shown}
    told = " ".join(one.en for one in made.notices)
    assert {"镕", "喆", "堃"} <= there
    assert [sign for sign in "㛃𬍛" if sign not in there and f"U+{ord(sign):04X}" not in told] == []


def test_a_heading_that_skips_a_step_still_makes_a_file_for_everybody():
    content = render(make_document(body=(Heading(3, "1. 小节"), Heading(1, "一、大节"))), "pdf").content
    assert [role for role in roles_of(catalog_of(content)["StructTreeRoot"]) if re.fullmatch(r"H\d", role)]
    assert b"pdfuaid" in resolve1(catalog_of(content)["Metadata"]).get_data()


def test_a_word_longer_than_the_line_is_broken_inside_the_frame():
    content = render(make_document(body=(Paragraph("https://a.example/" + "x" * 400),)), "pdf").content
    assert max(line.right for page in pages_of(content) for line in page) <= 184.5


def test_a_folder_that_is_not_there_does_not_stop_a_paper():
    assert render(make_document(), "pdf", fonts=Fonts(("/nowhere/at/all",))).content.startswith(b"%PDF")


def test_the_same_paper_gives_the_same_bytes():
    assert render(make_document(), "pdf").content == render(make_document(), "pdf").content
