"""Markdown in, inert HTML out."""

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from answerable.response.answers.rules.markup import ATTRIBUTES, TAGS, is_plain_link, plain, render


def strict_finds(html: str) -> list[str]:
    """Look with another parser for whatever could do something: an element, an attribute, an address off the list."""
    tree = LexborHTMLParser(f"<body>{html}</body>")
    found = []
    for node in tree.body.traverse(include_text=False) if tree.body else ():
        if node.tag in ("body", "-text", "_comment"):
            continue
        if node.tag not in TAGS:
            found.append(f"element {node.tag}")
        for name, value in node.attributes.items():
            if name not in ATTRIBUTES.get(node.tag, set()) | {"rel"}:
                found.append(f"attribute {name}")
            if (
                name == "href"
                and not is_plain_link(value or "")
                and not (value or "").startswith(("mailto:", "tel:", "#"))
            ):
                found.append(f"address {value!r}")
    return found


def test_ordinary_writing_comes_out_as_written() -> None:
    html = render("## Water\n\nBack at **six**.\n\n- Mill Lane\n- [Map](https://water.example/map)\n")
    assert "<h2>Water</h2>" in html
    assert "<strong>six</strong>" in html
    assert '<a href="https://water.example/map" rel="noopener noreferrer">Map</a>' in html


def test_the_page_has_one_title_and_a_text_begins_below_it() -> None:
    assert render("# Water") == "<h2>Water</h2>\n"


def test_tables_are_kept() -> None:
    assert "<td>6:00</td>" in render("| place | hour |\n|-|-|\n| Mill Lane | 6:00 |\n")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![a](https://elsewhere.example/pixel.png)",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt&#58;alert(1))",
        "[a](data:text/html;base64,PHNjcmlwdD4=)",
        "[a](//elsewhere.example/)",
        "[a](vbscript:x)",
        "<javascript:alert(1)>",
        "[a]: javascript:alert(1)\n\n[a]",
        "[a](https://x.example/\u2028javascript:alert(1))",
        "<a href='https://water.example/' onclick='x()'>a</a>",
        "<style>*{display:none}</style>",
        "\x00<svg/onload=alert(1)>",
    ],
)
def test_what_could_do_something_comes_out_as_words_or_not_at_all(text: str) -> None:
    html = render(text)
    assert strict_finds(html) == []
    assert "<img" not in html
    assert "<script" not in html


def payloads(shared_data: Path) -> list[str]:
    """Known attacks, as they are and inside what Markdown makes of them."""
    known = [
        case["payload"]
        for case in json.loads((shared_data / "hostile/xss/dompurify-expect.json").read_text())
        if isinstance(case.get("payload"), str)
    ]
    return [
        shape.format(attack)
        for attack in known
        for shape in (
            "{}",
            "[a]({})",
            "[a](<{}>)",
            "- {}\n",
            "> {}\n",
            "| {} |\n|-|\n",
            "![{0}]({0})",
            "`{}`",
        )
    ]


def test_no_known_attack_survives(shared_data: Path) -> None:
    tried = payloads(shared_data)
    assert len(tried) > 1_000
    bad = [(attack, found) for attack in tried if (found := strict_finds(render(attack)))]
    assert bad == []


def test_cleaning_what_was_cleaned_changes_nothing(shared_data: Path) -> None:
    for attack in payloads(shared_data)[::7]:
        assert strict_finds(render(render(attack))) == []


def test_deep_nesting_and_long_texts_end_soon() -> None:
    assert len(render(">" * 50_000)) < 100_000
    assert len(render("[" * 50_000)) < 400_000
    assert render("a" * 200_000).count("a") <= 60_000


@pytest.mark.parametrize(
    "link", ["https://water.example/log", "/answers/2026-03-02-1/", "http://a.example/?b=c#d"]
)
def test_a_web_address_may_stand_beside_a_fact(link: str) -> None:
    assert is_plain_link(link)


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "//a.example", "mailto:a@b.example", "https://a.example/\\b", "#top", "a b", ""],
)
def test_anything_else_may_not(link: str) -> None:
    assert not is_plain_link(link)


def test_the_words_of_a_text_are_found_without_its_signs() -> None:
    assert (
        plain("## Water\n\nBack at **six** on [Mill Lane](https://a.example/).")
        == "Water Back at six on Mill Lane."
    )
