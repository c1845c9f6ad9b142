"""S7: nothing in a title, a text, a chart or a template is fetched, calculated or run, made or opened."""

import io
import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree, html

from answerable.reports.layouts.document import Paragraph
from answerable.reports.layouts.html import article
from answerable.reports.layouts.rendering import render
from answerable.reports.rules.signs import line
from answerable.reports.templates_of_the_body.filling import fill
from answerable.reports.templates_of_the_body.looking import places_of
from answerable.reports.templates_of_the_body.refusals import TemplateRefused
from tests.answerable.reports.layouts.makers import make_document, make_english
from tests.answerable.reports.layouts.office import convert, pages_of
from tests.battery import papers
from tests.battery.hostile_paper import hostile_texts, loaded
from tests.battery.loopback import LoopbackServer, answer

#: What a page of a paper is made of: words, tables, and the lines of a drawing.
KNOWN_TAGS = {
    *(
        "article",
        "header",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "p",
        "span",
        "a",
        "strong",
        "sup",
        "ol",
        "ul",
        "li",
    ),
    *("br", "hr", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption"),
    *("svg", "text", "rect", "line", "polyline", "polygon", "circle", "path"),
}


@pytest.fixture(scope="module")
def listener():
    with LoopbackServer(routes={"/": answer(b"x")}) as server:
        yield server


@pytest.fixture(scope="module")
def payloads(listener):
    found = hostile_texts(listener.url("/hostile"))
    assert len(found) == 60
    return found


def browser():
    found = next(
        (
            path
            for name in (
                os.environ.get("ANSWERABLE_CHROMIUM", ""),
                "chromium",
                "chromium-browser",
                "google-chrome",
            )
            if name and (path := shutil.which(name))
        ),
        None,
    )
    if not found and os.environ.get("CI"):
        pytest.fail("Chromium is not installed on the machine of the continuous integration")
    return found or pytest.skip("Chromium is not installed (Debian: chromium)")


def opened_in_browser(content, folder):
    folder.mkdir(exist_ok=True)
    (folder / "paper.html").write_bytes(content)
    return subprocess.run(
        [
            *(browser(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
            *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
            *(f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=3000", "--dump-dom"),
            (folder / "paper.html").as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    ).stdout.decode()


@pytest.mark.parametrize("kind", ["official", "plain"])
@pytest.mark.parametrize("make", [make_document, make_english])
def test_no_form_fetches_anything_while_it_is_made_and_each_is_made_in_time(
    payloads, listener, kind, make, tally
):
    before, begun = listener.connections, time.process_time()
    for form in ("docx", "pdf", "html", "xlsx", "csv"):
        assert len(render(loaded(payloads, make, kind=kind), form).content) > 1000
    assert listener.connections == before
    assert time.process_time() - begun < 20
    tally(cases=5 * len(payloads), faults=5 * len(payloads))


def peak_of(*arguments):
    """The most memory, in MB, that a program of its own held: the kernel begins this count anew with each program."""
    if not Path("/proc/self/status").exists():
        pytest.skip("only Linux counts the most memory of one program")
    made = subprocess.run(
        [sys.executable, "-m", "tests.battery.hostile_paper", *arguments],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    return int(made.stdout) / 1024


def test_a_paper_full_of_hostile_texts_takes_less_than_half_a_gigabyte_in_all_five_forms(listener, tally):
    empty, control = peak_of(), peak_of("fill", "300")
    assert 280 < control - empty < 320, "the measure must be one that sees 300 MB"
    # Measured 2026-11-23: 217 MB, of which 59 MB are the program itself.
    assert peak_of("render", listener.url("/hostile")) < 512
    tally(cases=5, control=True)


def test_nothing_is_calculated_and_every_payload_stands_in_the_pdf_as_it_was_written(payloads):
    made = render(loaded(payloads, body=tuple(Paragraph(text) for text in payloads)), "pdf")
    assert not any("PDF/A" in one.en for one in made.notices)
    shown = "".join(
        one.text for page in pages_of(made.content) for one in page if not one.text.startswith("—")
    )
    shown = shown.replace(" ", "").replace("\u200b", "")
    # "51317" stands in one payload's own words, and once only.
    assert shown.count(papers.MADE) == sum(text.count(papers.MADE) for text in payloads)
    for text in papers.CALCULATING:
        assert text.replace(" ", "") in shown


def test_a_word_file_opened_by_libreoffice_fetches_and_calculates_nothing(payloads, listener, tmp_path):
    before = listener.connections
    paper = loaded(payloads)
    made = convert({"paper.docx": render(paper, "docx").content}, "pdf", tmp_path)["paper.pdf"]
    assert listener.connections == before
    shown = "".join(one.text for page in pages_of(made) for one in page).replace(" ", "")
    assert "{{7331*7}}" in shown
    assert "=7331*7" in shown


def test_a_word_file_holds_every_payload_as_text_and_no_field_but_the_page_number(payloads):
    content = render(loaded(payloads), "docx").content
    word = docx.Document(io.BytesIO(content))
    words = "\n".join(
        "".join(text.text or "" for text in one.iter(qn("w:t"))) for one in word.element.iter(qn("w:p"))
    )
    assert all(line(text) in words for text in payloads)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            for element in etree.fromstring(part).iter() if name.endswith(".xml") else ():
                kind = etree.QName(element).localname
                assert kind not in ("fldSimple", "altChunk", "object", "subDoc")
                assert kind != "instrText" or element.text == "PAGE"
    outside = [one for one in word.part.rels.values() if one.is_external]
    assert outside == []


def test_a_page_opened_in_a_browser_fetches_and_runs_nothing(payloads, listener, tmp_path, tally):
    control = f'<!doctype html><img src="{listener.url("/control")}">'.encode()
    opened_in_browser(control, tmp_path / "control")
    before = listener.connections
    assert before > 0, "the listener must be one that a browser reaches"
    shown = opened_in_browser(render(loaded(payloads), "html").content, tmp_path / "paper")
    assert listener.connections == before
    for tag in ("<script", "<img", "<iframe", "<object", "<embed", "<link", "<form", "<video", "<base"):
        assert tag not in shown
    assert "javascript:" not in shown
    tally(cases=len(payloads), faults=len(payloads), control=True)


def test_the_part_for_a_page_of_the_application_holds_no_style_no_script_and_no_handler(payloads):
    root = html.fragment_fromstring(article(loaded(payloads)))
    tags = {element.tag for element in root.iter()}
    assert tags <= KNOWN_TAGS
    for element in root.iter():
        for name, value in element.attrib.items():
            assert name != "style"
            assert not name.startswith("on")
            assert name != "href" or value.startswith(("http://", "https://", "mailto:"))


def test_hostile_uploads_are_refused_with_a_sentence_and_fetch_nothing(listener, tally):
    before = listener.connections
    files = papers.hostile_files(listener.url("/template"))
    assert len(files) == 32
    for name, content in files.items():
        begun = time.process_time()
        with pytest.raises(TemplateRefused) as refused:
            places_of(content)
        assert str(refused.value.sentence).endswith("."), name
        assert refused.value.next_step, name
        assert time.process_time() - begun < 3, name
    assert listener.connections == before
    tally(cases=len(files), faults=len(files))


@pytest.mark.parametrize("text", papers.CALCULATING)
def test_a_template_with_a_calculation_is_refused_or_leaves_it_as_words(text):
    content = papers.word_file("{{title}}", text)
    try:
        places_of(content)
    except TemplateRefused:
        return
    words = "\n".join(
        one.text for one in docx.Document(io.BytesIO(fill(content, make_document()).content)).paragraphs
    )
    assert text in words
    assert papers.MADE not in words


def test_what_was_filled_in_is_never_filled_again(payloads):
    content = papers.word_file("{{title}}", "{{signer}}", "{{number}}", "{{body}}")
    paper = loaded(payloads, title="{{signer}} {{7331*7}} {{body}}", signer="{{number}}", number="{{title}}")
    words = [one.text for one in docx.Document(io.BytesIO(fill(content, paper).content)).paragraphs]
    assert words[:3] == ["{{signer}} {{7331*7}} {{body}}", "{{number}}", "{{title}}"]
    assert not any(papers.MADE in text and "popen" not in text for text in words)


def test_a_filled_template_opened_by_libreoffice_fetches_nothing(payloads, listener, tmp_path):
    before = listener.connections
    content = fill(papers.word_file("{{title}}", "{{notices}}", "{{body}}"), loaded(payloads)).content
    made = convert({"filled.docx": content}, "pdf", tmp_path)["filled.pdf"]
    assert made.startswith(b"%PDF")
    assert listener.connections == before
