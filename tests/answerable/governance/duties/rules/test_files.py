"""Names of files are made harmless, links lead to pages, signatures stand under one text."""

import pytest

from answerable.governance.duties.rules.files import (
    LONGEST_NAME,
    MOST_BYTES,
    is_open_link,
    is_too_large,
    paper_hash,
    safe_name,
)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("季度报告.docx", "季度报告.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\plan.pdf", "plan.pdf"),
        ("a\u202egpj.exe", "agpj.exe"),
        ('x"; filename="y.html', "x; filename=y.html"),
        ("line\r\nbreak.txt", "linebreak.txt"),
        ("con.txt", "_con.txt"),
        ("...", "file"),
        ("", "file"),
    ],
)
def test_a_name_is_made_harmless(name, safe):
    assert safe_name(name) == safe


def test_a_long_name_keeps_its_ending():
    name = safe_name("长" * 300 + ".docx")
    assert len(name) == LONGEST_NAME
    assert name.endswith(".docx")


@pytest.mark.parametrize("link", ["https://bureau.example/a?b=c#d", "http://10.0.0.1/x", "HTTPS://a.example"])
def test_a_page_has_an_address(link):
    assert is_open_link(link)


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "data:text/html,x", "ftp://a/b", "https:///x", "https://a b", "https://a\\b"],
)
def test_what_a_browser_would_run_is_no_link(link):
    assert not is_open_link(link)


def test_the_limit_itself_fits():
    assert not is_too_large(MOST_BYTES)
    assert is_too_large(MOST_BYTES + 1)


def test_a_signature_stands_under_one_text_and_one_place_of_each_word():
    assert paper_hash("a", "b") != paper_hash("ab", "")
    assert paper_hash("a", "b") == paper_hash("a", "b")
