"""The linear look at markup."""

import time

import pytest

from answerable.listening.sources.kinds.markup import clean_characters, scan, without_doctype
from answerable.listening.sources.kinds.refusal import NotReadable


def refused(text: str, **how: object) -> str | None:
    try:
        scan(text, **how)  # type: ignore[arg-type]
    except NotReadable as error:
        return error.refused.code
    return None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<a>" * 201, "too_deep"),
        ("<a>" * 200 + "</a>" * 200, None),
        ("<a/>" * 19_999, None),
        ("<a/>" * 20_001, "too_many_tags"),
        ("<a " + " ".join(f'x{n}="1"' for n in range(65)) + ">", "too_many_attributes"),
        ("<a " + " ".join(f'x{n}="1"' for n in range(64)) + ">", None),
        ("<a " + " ".join(f"x{n}" for n in range(65)) + ">", "too_many_attributes"),
        ("<a " + " ".join(f"x{n}='>'" for n in range(65)) + ">", "too_many_attributes"),
        ('<a alt="' + "many words in one value " * 40 + '">', None),
        ("<![CDATA[" + "<a>" * 500 + "]]>", None),
        ("<!--" + "<a>" * 500 + "-->", None),
        ("plain text, 3 < 4 and 5 > 2", None),
    ],
)
def test_what_honest_documents_never_have_is_refused(text: str, code: str | None) -> None:
    assert refused(text) == code


def test_html_that_leaves_end_tags_out_is_not_deep() -> None:
    assert refused("<ul>" + "<li>x" * 5000 + "</ul>" + "<p>y" * 5000 + "<br>" * 900, html=True) is None
    assert refused("<div>" * 300, html=True) == "too_deep"


@pytest.mark.parametrize(
    "text",
    [
        "<![CDATA[>" + "<div>" * 300,
        "<!-->" + "<div>" * 300,
        "<!--->" + "<div>" * 300,
        "<!-- x --!>" + "<div>" * 300,
        "<div/>" * 300,
        "<div></x>" * 300,
        "<script></script>" + "<div>" * 300,
        "<table><tr><td>" * 100,
    ],
)
def test_depth_cannot_be_hidden_from_the_look(text: str) -> None:
    assert refused(text, html=True) == "too_deep"


def test_depth_cannot_be_hidden_in_xml_either() -> None:
    assert refused("<a></b>" * 300) == "too_deep"


def test_tags_written_in_a_script_are_no_tags() -> None:
    assert (
        refused("<script>" + "x='<div>';" * 500 + "</script><style>" + "<b>" * 300 + "</style>", html=True)
        is None
    )


def test_rows_and_cells_without_end_tags_are_not_deep() -> None:
    assert (
        refused("<table>" + "<tr><td>a<td>b" * 500 + "</table>" + "<dl>" + "<dt>a<dd>b" * 400, html=True)
        is None
    )


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<a ",
        '<a "',
        "<a '",
        "<![CDATA[",
        "<!--",
        "<!",
        "<?",
        "</",
        "<a b=",
        '<a b="',
        "&#",
        "<a>",
        ">",
        '="',
        "<a\n",
    ],
)
def test_the_look_is_linear(piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        start = time.process_time()
        refused(text, most_tags=10**9)
        without_doctype(text)
        clean_characters(text)
        return time.process_time() - start

    seconds(1000)
    assert seconds(400_000) < 2.5


@pytest.mark.parametrize(
    ("text", "rest", "defined"),
    [
        ("<!DOCTYPE rss><rss/>", "<rss/>", False),
        ('<!DOCTYPE a [<!ENTITY x "y">]><rss>&x;</rss>', "<rss>&x;</rss>", True),
        ("<!-- <!DOCTYPE a> --><rss/>", "<!-- <!DOCTYPE a> --><rss/>", False),
        ("<?x y?><!doctype html><html>", "<?x y?><html>", False),
        ("<rss><![CDATA[<!DOCTYPE a>]]></rss>", "<rss><![CDATA[<!DOCTYPE a>]]></rss>", False),
        ("<!DOCTYPE a [<!ENTITY x", "", True),
        ("<!DOCTYPE", "", False),
    ],
)
def test_a_document_type_is_cut_out_of_the_prolog_alone(text: str, rest: str, defined: bool) -> None:
    assert without_doctype(text) == (rest, defined)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a&#xD800;b", "a\ufffdb"),
        ("a&#x110000;b", "a\ufffdb"),
        ("a&#99999999999;b", "a\ufffdb"),
        ("a&#0;b", "a\ufffdb"),
        ("a\x00b\x1fc\ufffe", "abc"),
        ("a&#20572;b&#x6c34;&#10;", "a&#20572;b&#x6c34;&#10;"),
    ],
)
def test_characters_that_no_xml_may_hold_are_replaced(text: str, clean: str) -> None:
    assert clean_characters(text) == clean
