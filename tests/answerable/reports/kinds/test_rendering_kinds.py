"""Every kind from a body in which something happened, in both languages, set as files that others can open."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from answerable.reports.kinds import KINDS
from answerable.reports.kinds.composing import body_of, compose
from answerable.reports.kinds.records import block_of, record_of
from answerable.reports.layouts.at_hand import fonts_in
from answerable.reports.layouts.document import (
    Document,
    Figure,
    Heading,
    KeyFigures,
    Missing,
    Paragraph,
    Table,
)
from answerable.reports.layouts.rendering import render
from tests.answerable.reports.kinds.makers import MARCH, make_period
from tests.answerable.reports.kinds.town import settle
from tests.answerable.reports.layouts.office import convert, pages_of
from tests.answerable.reports.layouts.pdf_a import findings

#: The papers are gathered once and are plain values then; the mark makes the database be there for it.
pytestmark = pytest.mark.django_db
#: By then every maker's March and April are over.
AT = datetime(2026, 4, 20, 4, tzinfo=UTC)
#: Millimetres from above: the text area begins at 37 and is 225 high; page numbers stand below it.
FOOT = 262.6
PAGE = re.compile(r"[—–\-\s]*\d+[—–\-\s]*")
LANGUAGES = ("zh-hans", "en")
OFFICIAL = [key for key, kind in KINDS.items() if kind.about.document]
#: Values that rooms keep in English; a Chinese paper that shows one has forgotten its words.
RAW = re.compile(
    r"(not known|confirmed|missed|filed|open|closed|draft|put right|answered|registered|late|planned|running"
    r"|rectifying|observed|never|spokesperson|veto|fail|warn|minor|major|considerable|ordinary|grave|[a-z]+_[a-z_]+)"
)


@pytest.fixture(scope="module")
def house(django_db_setup, django_db_blocker, tmp_path_factory):
    """All kinds gathered and composed once: documents by (kind, language), and the queries that each kind took."""
    before, settings.MEDIA_ROOT = settings.MEDIA_ROOT, tmp_path_factory.mktemp("media")
    try:
        with django_db_blocker.unblock(), transaction.atomic():
            found = gather_all(settle())
            transaction.set_rollback(True)
    finally:
        settings.MEDIA_ROOT = before
    return found


def gather_all(made):
    documents, queries = {}, {}
    for key, kind in KINDS.items():
        period = make_period(kind.about.span, MARCH, subject=made.subjects.get(kind.about.subject, ""))
        period = replace(period, eyes=made.overseer) if kind.about.guarded else period
        with CaptureQueriesContext(connection) as taken:
            gathered = kind.gather(period, at=AT)
        queries[key] = len(taken)
        for language in LANGUAGES:
            documents[key, language] = document_of(
                key, compose(gathered, period, language), gathered, language
            )
    return documents, queries


def document_of(key, passages, gathered, language):
    official = bool(KINDS[key].about.document) and language != "en"
    return Document(
        kind="official" if official else "plain",
        language=language,
        title=gathered.title.said(language),
        body=body_of(passages),
        issuer="云汀区水务局" if language != "en" else "Yunting Water Bureau",
        number="云水发〔2026〕3号",
        signer="林若" if KINDS[key].about.direction == "up" else "",
        addressees=("云汀区人民政府",) if official else (),
        dated=date(2026, 4, 20),
        site="https://answerable.example",
    )


@pytest.fixture(scope="module")
def files(house):
    """The Chinese papers as PDF."""
    documents, _queries = house
    fonts = fonts_in(Path("none"))
    return {key: render(documents[key, "zh-hans"], "pdf", fonts=fonts).content for key in KINDS}


def test_a_kind_takes_few_queries_whatever_happened(house):
    _documents, queries = house
    most = {"year": 45, "foresight": 52}
    assert {key: count for key, count in queries.items() if count > most.get(key, 30)} == {}


@pytest.mark.parametrize("key", KINDS)
def test_a_chinese_paper_speaks_chinese_and_an_english_one_english(house, key):
    documents, _queries = house
    tables = [block for block in documents[key, "zh-hans"].body if isinstance(block, Table)]
    cells = [cell for table in tables for row in table.rows for cell in row if isinstance(cell, str)]
    assert [cell for cell in cells if RAW.fullmatch(cell)] == []
    english = documents[key, "en"]
    heads = [name for block in english.body if isinstance(block, Table) for name in block.columns]
    names = [row.name for block in english.body if isinstance(block, KeyFigures) for row in block.rows]
    assert not re.search(r"[\u4e00-\u9fff]", "".join([*heads, *names]))


@pytest.mark.parametrize("key", KINDS)
def test_every_block_can_be_kept_and_comes_back(house, key):
    documents, _queries = house
    for block in documents[key, "zh-hans"].body:
        # Tables in a passage's words are kept as words; theirs alone have widths.
        if isinstance(block, KeyFigures | Figure | Missing) or (
            isinstance(block, Table) and not block.widths
        ):
            assert block_of(record_of(block)) == block


@pytest.mark.parametrize("key", KINDS)
def test_every_paragraph_of_a_paper_stands_on_its_pages(house, files, key):
    documents, _queries = house
    shown = plain(
        "".join(line.text for page in pages_of(files[key]) for line in page if not PAGE.fullmatch(line.text))
    )
    for block in documents[key, "zh-hans"].body:
        if isinstance(block, Paragraph):
            assert plain(block.text) in shown


@pytest.mark.parametrize("key", KINDS)
def test_every_kind_in_either_language_is_a_file_for_keeping(house, files, key):
    documents, _queries = house
    english = render(documents[key, "en"], "pdf", fonts=fonts_in(Path("none")))
    assert (findings(files[key]), findings(english.content)) == ([], [])
    assert [one.en for one in english.notices if "PDF/A" in one.en] == []


def plain(text):
    """A text without blanks, without the signs of sources that stand above the line, without hyphens at line ends."""
    return re.sub(r"\[[\d, ]+\]|[\s\-\u00ad\u2010\u200b]", "", text)


@pytest.mark.parametrize("key", OFFICIAL)
def test_an_official_paper_keeps_its_frame_and_its_28_characters_a_line(files, key):
    pages = pages_of(files[key])
    lines = [line for page in pages for line in page if line.size == pytest.approx(16, abs=0.3)]
    # A sign of punctuation at an edge is set half as wide as its box: its ink stands inside the frame.
    assert max(line.right for line in lines if line.text[-1] not in "，。；：、）”》") <= 184.5
    assert min(line.left for line in lines if line.text[0] not in "（“《") >= 27.5
    whole = [line for line in lines if re.fullmatch(r"[\u4e00-\u9fff]{25,}", line.text)]
    assert {len(line.text) for line in whole} <= {
        26,
        27,
        28,
    }  # 26: the first of a paragraph, two characters in
    assert max(line.bottom for line in lines) <= FOOT


def test_other_programs_open_the_papers_and_find_every_heading(house, tmp_path_factory):
    documents, _queries = house
    chosen = [("quarter", "zh-hans"), ("disclosure", "zh-hans"), ("event_first", "zh-hans"), ("brief", "en")]
    fonts = fonts_in(Path("none"))
    words = {
        f"{key}-{language}.docx": render(documents[key, language], "docx", fonts=fonts).content
        for key, language in chosen
    }
    opened = convert(words, "pdf", tmp_path_factory.mktemp("papers"))
    for key, language in chosen:
        shown = "".join(line.text for page in pages_of(opened[f"{key}-{language}.pdf"]) for line in page)
        for block in documents[key, language].body:
            if isinstance(block, Heading):
                assert plain(block.text) in plain(shown)
