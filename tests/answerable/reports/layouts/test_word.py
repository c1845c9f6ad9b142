"""Word files as a second program opens them: counted and measured on the pages that LibreOffice makes."""

import io
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn

from answerable.reports.layouts.document import Chart, Figure, Paragraph, Run, Series, Table
from answerable.reports.layouts.rendering import render
from answerable.reports.layouts.values import number
from tests.answerable.reports.layouts.makers import make_document, make_english
from tests.answerable.reports.layouts.office import convert, pages_of

LONG = make_document(body=(Paragraph("政" * 1500),), attachments=(), note="")
PAPERS = {
    "long": LONG,
    "official-zh": make_document(),
    "official-en": make_english(),
    "plain-zh": make_document(kind="plain"),
    "plain-en": make_english(kind="plain"),
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    files = {f"{name}.docx": render(paper, "docx").content for name, paper in PAPERS.items()}
    made = convert(files, "pdf", tmp_path_factory.mktemp("word"))
    return {name: pages_of(made[f"{name}.pdf"]) for name in PAPERS}


def words_of(content):
    """All texts of a Word file, those in boxes, heads and feet too."""
    word = docx.Document(io.BytesIO(content))
    return "".join(text.text or "" for text in word.element.iter(qn("w:t")))


def test_a_full_page_has_22_lines_of_28_characters(opened):
    for page in opened["long"][1:3]:
        body = [line for line in page if "政" in line.text]
        assert len(body) == 22
        assert {len(line.text) for line in body} == {28}


def test_the_text_stands_in_a_frame_of_156_by_225_mm(opened):
    for line in [line for page in opened["long"] for line in page if line.text[0] == "政"]:
        assert line.left >= 27.9
        assert line.right <= 28 + 156 + 0.3
        assert line.top >= 37
        assert line.bottom <= 297 - 35


def test_lines_are_28_95_points_apart(opened):
    tops = [line.top for line in opened["long"][1] if "政" in line.text]
    gaps = [after - before for before, after in pairwise(tops)]
    assert all(abs(gap - 28.95 / 72 * 25.4) < 0.06 for gap in gaps)


def test_the_mark_stands_35_mm_below_the_upper_edge_of_the_text(opened):
    mark = opened["long"][0][0]
    assert mark.text == "青川区人民政府办公室文件"
    assert abs(mark.top - 72) < 1.5


def test_odd_pages_bear_their_number_at_the_right_and_even_ones_at_the_left(opened):
    for place, page in enumerate(opened["long"], 1):
        line = page[-1]
        assert line.text == f"—{place}—"
        assert line.size == 14
        if place % 2:
            assert abs(line.right - (184 - 14 / 72 * 25.4)) < 1
        else:
            assert abs(line.left - (28 + 14 / 72 * 25.4)) < 1
        # 7 mm below the text; a face of another program stands up to 1 mm lower in its line.
        assert 268 <= line.top <= 270.5


def test_a_document_upward_has_its_number_left_and_its_signer_right_one_character_in(opened):
    line = next(line for line in opened["long"][0] if "签发人" in line.text)
    assert line.text.startswith("青政办报〔2026〕3号签发人：林若")
    assert abs(line.left - 28 - 16 / 72 * 25.4) < 0.5
    assert abs(line.right - 184 + 16 / 72 * 25.4) < 0.5


def test_the_colophon_stands_in_the_last_lines_of_the_last_page(opened):
    for name in ("long", "official-zh", "official-en"):
        page = opened[name][-1]
        copies = next(line for line in page if line.text.startswith(("抄送", "Copies")))
        printed = page[-2]
        assert "印发" in printed.text or "Issued" in printed.text
        assert copies.top < printed.top
        assert 250 < printed.top < printed.bottom <= 262.5
        assert abs(printed.right - (184 - 14 / 72 * 25.4)) < 0.6


def test_the_date_stands_four_characters_in_with_the_issuer_centred_on_it(opened):
    page = opened["long"][-1]
    place = next(place for place, line in enumerate(page) if line.text == "2026年10月9日")
    dated, issuer = page[place], page[place - 1]
    assert issuer.text == "青川区人民政府办公室"
    assert abs(dated.right - (184 - 4 * 15.75 / 72 * 25.4)) < 2
    # LibreOffice puts a quarter of a character beside each number of the date, whatever the paragraph says.
    assert abs((dated.left + dated.right) / 2 - (issuer.left + issuer.right) / 2) < 3.5


@pytest.mark.parametrize("name", list(PAPERS))
def test_every_text_of_a_paper_comes_back_from_the_page(opened, name):
    shown = "".join(line.text for page in opened[name] for line in page)
    for text in (PAPERS[name].title, *(one.text for one in PAPERS[name].body if isinstance(one, Paragraph))):
        if text[0] != "政":
            assert text.replace(" ", "") in shown


@pytest.mark.parametrize("name", list(PAPERS))
def test_every_text_of_a_paper_comes_back_from_the_file(name):
    paper = PAPERS[name]
    words = words_of(render(paper, "docx").content)
    for block in paper.body:
        for text in getattr(block, "items", ()) or (
            getattr(block, "text", ""),
            getattr(block, "caption", ""),
        ):
            assert text in words
        for row in getattr(block, "rows", ()) if isinstance(block, Table) else ():
            assert all(
                (value if isinstance(value, str) else number(value)) in words for value in row if value
            )


def test_the_faces_are_named_as_the_standard_names_them():
    content = render(make_document(), "docx").content
    word = docx.Document(io.BytesIO(content))
    faces = {
        style: word.styles[style].element.rPr.rFonts.get(qn("w:eastAsia"))
        for style in ("Title", "Paper text", "Heading 1", "Heading 2", "Heading 3", "Heading 4")
    }
    assert faces == {
        "Title": "方正小标宋简体",
        "Paper text": "仿宋_GB2312",
        "Heading 1": "黑体",
        "Heading 2": "楷体_GB2312",
        "Heading 3": "仿宋_GB2312",
        "Heading 4": "仿宋_GB2312",
    }


def test_a_chart_is_a_picture_that_bears_its_words():
    chart = Chart("bars", "办结", ("水务局", "城管局"), (Series("办结", (3, 5)),), unit="件")
    content = render(make_document(body=(Figure(chart, "办结数"),)), "docx").content
    word = docx.Document(io.BytesIO(content))
    assert len(word.inline_shapes) == 1
    told = word.inline_shapes[0]._inline.docPr.get("descr")
    assert "水务局为3件" in told
    assert "最高城管局为5件" in told


def test_a_row_is_never_cut_and_the_heads_come_again_on_each_page():
    content = render(make_document(), "docx").content
    rows = list(docx.Document(io.BytesIO(content)).element.iter(qn("w:tr")))
    assert all(row.trPr is None or row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert sum(row.trPr is not None and row.trPr.find(qn("w:tblHeader")) is not None for row in rows) == 2


def test_the_same_paper_gives_the_same_bytes():
    assert render(make_document(), "docx").content == render(make_document(), "docx").content


def test_links_that_are_no_addresses_of_the_web_become_words():
    body = (Paragraph((Run("看", link="javascript:alert(1)"), Run("这", link="https://a.example/x"))),)
    word = docx.Document(io.BytesIO(render(make_document(body=body), "docx").content))
    outside = [one.target_ref for one in word.part.rels.values() if one.is_external]
    assert outside == ["https://a.example/x"]


def test_text_in_chinese_is_stressed_by_another_face_and_in_english_by_weight():
    body = (Paragraph((Run("强", strong=True),)),)
    for paper, bold in ((make_document(body=body), None), (make_english(body=body), True)):
        word = docx.Document(io.BytesIO(render(paper, "docx").content))
        run = next(run for one in word.paragraphs for run in one.runs if run.text == "强")
        assert run.font.bold is bold
