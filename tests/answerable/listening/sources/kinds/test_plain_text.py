"""Plain text out of HTML: nothing of the markup stays, nothing of the words is lost."""

import html
import json
import random
import time
from pathlib import Path

import pytest

from answerable.listening.sources.kinds.plain_text import escaped, one_line, plain_text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>Water <b>is</b> back.</p><p>Thanks.</p>", "Water is back.\nThanks."),
        ("a&nbsp;&amp;&nbsp;b &lt; c", "a & b < c"),
        ("3 < 4 and 5 > 2", "3 < 4 and 5 > 2"),
        ("x<script>alert(1)</script>y<style>p{}</style>z", "xyz"),
        ('<a href="x" title="a > b">link</a>', "link"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<td>1</td><td>2</td>", "1 2"),
        ("<!-- hidden --><!doctype html><?php x ?>shown", "shown"),
        ("停水<b>通知</b>", "停水通知"),
        ("&lt;b&gt;bold&lt;/b&gt;", "bold"),
        ("&amp;lt;script&amp;gt;x", "x"),
        ("<script>never closed", ""),
        ("<img src=x onerror=alert(1)>", ""),
        ("<a b='", ""),
        ("", ""),
    ],
)
def test_the_words_stay_and_the_markup_goes(source: str, text: str) -> None:
    assert plain_text(source) == text


def test_a_title_is_one_line() -> None:
    assert one_line("<p>a</p>\n<p>b</p>") == "a b"


def test_a_plain_text_comes_through_as_it_is() -> None:
    assert plain_text(escaped("if (a<b && c>d) &amp; so on")) == plain_text(
        plain_text(escaped("if (a<b && c>d) &amp; so on"))
    )
    assert plain_text(escaped("AT&T, 3 < 4")) == "AT&T, 3 < 4"


def test_feeding_the_result_in_again_changes_nothing() -> None:
    rng = random.Random(3)
    pieces = [
        "<",
        ">",
        "&lt;",
        "&amp;",
        "&gt;",
        "script",
        "<b>",
        "</p>",
        "<!--",
        "-->",
        "'",
        '"',
        " ",
        "x",
        "&#60;",
        "\n",
    ]
    for _ in range(2000):
        once = plain_text("".join(rng.choices(pieces, k=rng.randint(1, 25))))
        assert plain_text(once) == once


def test_known_attacks_leave_no_markup(shared_data: Path) -> None:
    payloads = [
        case["payload"]
        for case in json.loads((shared_data / "hostile/xss/dompurify-expect.json").read_text())
    ]
    for payload in payloads:
        assert not any(
            mark in plain_text(payload).lower() for mark in ("<script", "<img", "<svg", "<iframe", "<a ")
        )


@pytest.mark.parametrize(
    "piece", ["<", "<!--", "<a ", "<script>", "<a b='", '<a b="', "&lt;", "<p>", "&amp;" * 3, "</", "<b><!--"]
)
def test_the_work_grows_with_the_length_alone(piece: str) -> None:
    start = time.process_time()
    plain_text(piece * 100_000)
    assert time.process_time() - start < 2.5


def test_entities_are_those_of_html() -> None:
    assert plain_text("&eacute;&hellip;&#20572;") == html.unescape("&eacute;&hellip;&#20572;")
