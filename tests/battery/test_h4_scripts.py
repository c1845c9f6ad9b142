"""H4: no script from outside gets through: what is stored is inert even on a page that would forget to escape.

Payloads of DOMPurify and bleach, the sanitising feeds of feedparser, the list of naughty strings; each as title, text
and link of a feed entry, as a JSON Feed item, as a table's cell. Judged by an independent parser.
"""

import csv
import io
import json
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from django.utils.html import format_html
from selectolax.lexbor import LexborHTMLParser

from answerable.listening.sources.kinds import Document, ReadItem
from answerable.listening.sources.kinds.plain_text import plain_text
from answerable.listening.sources.reading.pool import read_document, readers
from tests.battery.hostile import ADDRESS, AT, feeds, read

#: What the little page below is made of; anything else came from outside.
OURS = {"html", "head", "body", "article", "h2", "a", "p"}


def payloads(shared: Path) -> list[str]:
    found = [
        case["payload"] for case in json.loads((shared / "hostile/xss/dompurify-expect.json").read_text())
    ]
    bleach = sorted((shared / "hostile/xss/bleach").glob("*.test"))
    found += [path.read_text(encoding="utf-8").partition("\n--\n")[0] for path in bleach]
    found += json.loads((shared / "hostile/strings/blns.json").read_text(encoding="utf-8"))
    return [str(payload) for payload in found]


def hits(page: str) -> list[str]:
    """What a strict parser finds on a page that we did not put there."""
    found = []
    for node in LexborHTMLParser(page).root.traverse():
        if node.tag not in OURS:
            found.append(str(node.tag))
        for name, value in node.attributes.items():
            if name != "href" or not str(value).startswith(("http://", "https://")):
                found.append(f"{node.tag} {name}={value}")
    return found


def rendered(item: ReadItem) -> str:
    """As a page shows it."""
    link = format_html('<a href="{}">{}</a>', item.link, item.title) if item.link else ""
    return format_html("<article><h2>{}</h2>{}<p>{}</p></article>", item.title, link, item.text)


def forgotten(item: ReadItem) -> str:
    """As a page would show it that forgot to escape."""
    return f"<article><h2>{item.title}</h2><p>{item.text}</p></article>"


def entry(payload: str) -> bytes:
    told = escape("".join(letter for letter in payload if letter >= " " or letter in "\n\t"))
    item = f"<item><title>{told}</title><description>{told}</description><link>{told}</link><guid>{told}</guid></item>"
    return f"<rss><channel><title>{told}</title>{item}</channel></rss>".encode("utf-8", "replace")


def in_every_place(payload: str) -> Iterator[ReadItem]:
    yield from read(entry(payload)).items
    told = {"items": [{"id": payload, "title": payload, "content_html": payload, "url": payload}]}
    yield from read(json.dumps(told).encode(), "json_feed").items
    table = io.StringIO()
    csv.writer(table).writerows([["title", "text", "url"], [payload, payload, payload]])
    body = table.getvalue().encode("utf-8", "replace")
    yield from read_document("file", Document(body, ADDRESS), {}, {}, at=AT).items


@pytest.fixture(scope="module", autouse=True)
def _children_are_ended() -> Iterator[None]:
    yield
    readers().close()


def test_no_payload_leaves_anything_but_text(shared_data: Path, tally) -> None:
    found = payloads(shared_data)
    assert len(found) >= 700
    items = 0
    for payload in found:
        for item in in_every_place(payload):
            items += 1
            assert hits(rendered(item)) == [], payload
            assert hits(forgotten(item)) == [], payload
    assert items >= 2000
    tally(cases=items)


def test_the_sanitising_feeds_leave_nothing_but_text(shared_data: Path) -> None:
    files = [path for path in feeds(shared_data) if "sanitize" in path.parts]
    assert len(files) == 745
    for path in files:
        for item in read(path.read_bytes()).items:
            assert hits(rendered(item)) == [], path.name
            assert hits(forgotten(item)) == [], path.name


def test_what_is_stored_is_stored_again_as_it_is(shared_data: Path) -> None:
    for payload in payloads(shared_data):
        once = plain_text(payload)
        assert plain_text(once) == once, payload


def test_the_judge_sees_what_gets_through_elsewhere(shared_data: Path, tally) -> None:
    """The control: without the step to plain text the same judge finds most payloads."""
    cases = json.loads((shared_data / "hostile/xss/dompurify-expect.json").read_text())
    caught = sum(bool(hits(f"<article><p>{case['payload']}</p></article>")) for case in cases)
    assert caught >= len(cases) * 8 // 10
    tally(cases=caught, control=True)


def test_harmless_strings_are_stored_word_for_word(shared_data: Path) -> None:
    """Naughty strings without markup, without control characters and without personal strings come through."""
    found = json.loads((shared_data / "hostile/strings/blns.json").read_text(encoding="utf-8"))
    kept = wanted = 0
    for text in found:
        if not text.isprintable() or any(mark in text for mark in "<&@") or text != " ".join(text.split()):
            continue
        wanted += 1
        item = read(json.dumps({"items": [{"id": "1", "title": text}]}).encode(), "json_feed").items[0]
        kept += item.title == text
    assert wanted >= 150
    assert kept >= wanted - 8  # strings that look like telephone numbers are masked, as they should be
