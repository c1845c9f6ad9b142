"""The reader of PDF/A finds nothing in a file for keeping, and finds what is put into one or taken from it."""

import pytest

from answerable.reports.layouts.rendering import render
from answerable.reports.layouts.typesetting import KEPT, typeset
from answerable.reports.rules.fonts import Fonts
from tests.answerable.reports.layouts.makers import make_document
from tests.answerable.reports.layouts.pdf_a import findings


@pytest.fixture(scope="module")
def kept():
    return render(make_document(), "pdf").content


def test_a_paper_is_for_keeping(kept):
    assert findings(kept) == []


def test_a_plain_file_of_the_same_typesetter_is_not():
    plain = typeset({"main.typ": b'#set page(height: 3cm)\nx #link("https://a.example")[y]'}, "pdf", Fonts())
    assert {"6.2.3 no intent of output", "6.6.4 no part", "6.6.3 no title"} <= set(findings(plain.content))
    kept = typeset({"main.typ": b'#set document(title: "x")\nx'}, "pdf", Fonts(), standards=KEPT)
    assert findings(kept.content) == []


@pytest.mark.parametrize(
    ("from_", "to", "found"),
    [
        (b"/MarkInfo", b"/MarkXnfo", "6.7.2.2 not tagged"),
        (b"/StructTreeRoot", b"/StructTreeXoot", "6.7.3.3 no tree of tags"),
        (b"/GTS_PDFA1", b"/GTS_PDFX1", "6.2.3 no intent of output"),
        (b"/OutputIntents", b"/OutputIntentz", "6.2.3 no intent of output"),
        (b"/ToUnicode", b"/ToUnicodx", "6.2.11.7.2 signs without their meaning"),
        (b"<pdfaid:part>2", b"<pdfaid:part>3", "6.6.4 no part"),
        (b"%PDF-1.7", b"%PDF-2.0", "6.1.2 head of the file"),
        (b"/FontFile3", b"/FontFilx3", "6.2.11.4.1 a face that lies elsewhere"),
        (b"/S/URI", b"/JS(x)", "6.5.1 JavaScript"),
        (b"%%EOF", b"%%EOF more", "6.1.3 something after the end"),
    ],
)
def test_what_is_broken_is_found(kept, from_, to, found):
    assert kept.count(from_)
    assert found in findings(kept.replace(from_, to))
