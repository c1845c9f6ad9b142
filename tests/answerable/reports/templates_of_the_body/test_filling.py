"""The body's own Word file is filled once, in its own types."""

import io

import docx
import pytest
from docx.shared import Pt

from answerable.reports.templates_of_the_body.filling import fill
from answerable.reports.templates_of_the_body.looking import places_of
from answerable.reports.templates_of_the_body.refusals import TemplateRefused
from tests.answerable.reports.layouts.makers import make_document, make_english
from tests.answerable.reports.layouts.office import convert, pages_of
from tests.battery.papers import word_file


def made_from(*texts, document=None, change=None):
    word = docx.Document()
    for text in texts:
        word.add_paragraph(text)
    if change:
        change(word)
    out = io.BytesIO()
    word.save(out)
    return docx.Document(io.BytesIO(fill(out.getvalue(), document or make_document()).content))


def lines(word):
    return [one.text for one in word.paragraphs]


def test_the_places_of_a_file_are_listed_in_order_and_once():
    assert places_of(word_file("{{标题}} {{ number }}", "{{title}}", "{{正文}}")).names == (
        "title",
        "number",
        "body",
    )
    assert places_of(word_file("{{title}}")).has_body is False


def test_words_around_a_place_stay_and_the_places_are_filled_in_either_language():
    assert lines(made_from("《{{标题}}》（{{发文字号}}）", "signed {{signer}}"))[:2] == [
        f"《{make_document().title}》（青政办报〔2026〕3号）",
        "signed 林若",
    ]


def test_a_place_that_word_has_split_into_runs_is_filled_in_the_type_of_its_beginning():
    def change(word):
        paragraph = word.add_paragraph("No. ")
        for place, text in enumerate(("{{nu", "mb", "er}} of ", "{{date}}")):
            paragraph.add_run(text).font.size = Pt(10 + place)

    paragraph = made_from("{{title}}", change=change).paragraphs[1]
    assert paragraph.text == "No. 青政办报〔2026〕3号 of 2026年10月9日"
    assert next(run for run in paragraph.runs if "青政" in run.text).font.size == Pt(10)


def test_the_body_stands_where_its_place_stood():
    texts = lines(made_from("before", "{{body}}", "after"))
    assert texts[0] == "before"
    assert texts[-1] == "after"
    assert "一、总体情况" in texts
    assert "{{body}}" not in texts


def test_the_row_of_a_table_is_repeated_for_each_figure_and_goes_where_there_is_none():
    def change(word):
        table = word.add_table(2, 2)
        for cell, text in zip(table.rows[0].cells, ("指标", "数值"), strict=True):
            cell.text = text
        for cell, text in zip(table.rows[1].cells, ("{{figures.name}}", "{{figures.value}}"), strict=True):
            cell.text = text

    rows = [[cell.text for cell in row.cells] for row in made_from("{{title}}", change=change).tables[0].rows]
    assert rows[0] == ["指标", "数值"]
    assert rows[1] == ["按时回应率", "98.4%"]
    assert len(rows) == 4
    empty = made_from("{{title}}", change=change, document=make_document(body=()))
    assert len(empty.tables[0].rows) == 1


def test_heads_and_feet_of_the_template_are_filled_too():
    def change(word):
        word.sections[0].header.paragraphs[0].text = "{{issuer}}"
        word.sections[0].footer.paragraphs[0].text = "{{date}}"

    section = made_from("{{title}}", change=change).sections[0]
    assert section.header.paragraphs[0].text == "青川区人民政府办公室"
    assert section.footer.paragraphs[0].text == "2026年10月9日"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{titel}}", "no place named “titel”"),
        ("{% if x %}{{title}}", "“{%”"),
        ("{{title", "“{{”"),
        ("only words", "no place to fill in"),
    ],
)
def test_a_template_with_a_mistake_is_refused_and_the_mistake_is_named(text, said):
    with pytest.raises(TemplateRefused) as refused:
        places_of(word_file(text))
    assert said in str(refused.value.sentence)


def test_the_same_template_and_paper_give_the_same_bytes():
    content = word_file("{{title}}", "{{body}}")
    assert fill(content, make_english()).content == fill(content, make_english()).content


def test_a_filled_template_opens_in_libreoffice_with_every_word_of_the_paper(tmp_path):
    content = fill(word_file("{{title}}", "{{body}}"), make_english()).content
    made = convert({"filled.docx": content}, "pdf", tmp_path)["filled.pdf"]
    shown = "".join(line.text for page in pages_of(made) for line in page)
    assert make_english().title.replace(" ", "") in shown
    assert "Theschools'departmentfilednoregister." in shown
