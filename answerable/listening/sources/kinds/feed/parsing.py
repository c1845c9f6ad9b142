"""Takes a feed's entries out of its bytes: a quick parser first, a patient one when that finds nothing."""

import io
import logging
import re
from calendar import timegm
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

import fastfeedparser
import feedparser

from answerable.listening.sources.kinds.dates import CHINA, read_date
from answerable.listening.sources.kinds.decoding import decode
from answerable.listening.sources.kinds.entries import MOST_ITEMS, Entry
from answerable.listening.sources.kinds.language import language_of
from answerable.listening.sources.kinds.markup import clean_characters, scan, without_doctype
from answerable.listening.sources.kinds.refusal import NotReadable

logging.getLogger("fastfeedparser").setLevel(logging.CRITICAL)

DECLARATION = re.compile(r"\s*<\?xml[^>]{0,400}\?>")
ENTRY_START = re.compile(r"<(?:[\w.-]+:)?(?:item|entry)[\s>/]", re.IGNORECASE)
FEED_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:rss|feed|rdf|channel)[\s>/]", re.IGNORECASE)
#: Signs at the end in which a whole feed shows its end tag, comments of caches behind it included.
TAIL = 4096
FEED_END = re.compile(r"</(?:[\w.-]+:)?(?:rss|feed|rdf|channel)\s*>|<[^<>]*/>\s*\Z", re.IGNORECASE)
#: A date element without a zone, as many Chinese systems write it.
WITHOUT_ZONE = re.compile(
    r"<(?:[\w.-]+:)?(?:pubDate|date|published|updated)>\s*(?:<!\[CDATA\[)?\s*"
    r"\d{4}[-/]\d{1,2}[-/]\d{1,2}[T ]\d{1,2}:\d{2}(?::\d{2})?\s*(?:\]\]>)?\s*<",
    re.IGNORECASE,
)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed taken apart."""

    title: str
    language: str
    entries: tuple[Entry, ...]
    notes: tuple[str, ...]


def parse_feed(body: bytes, headers: Mapping[str, str]) -> ParsedFeed:
    """Take a feed apart, or raise NotReadable."""
    text, odd_charset = decode(body, headers.get("content-type", ""))
    text, had_entities = without_doctype(DECLARATION.sub("", text, count=1))
    text = clean_characters(text)
    scan(text)
    title, language, entries = _parsed(text, headers)
    if not entries and not FEED_ROOT.search(text):
        raise NotReadable("not_a_feed")
    if WITHOUT_ZONE.search(text) and _is_chinese(language, title, entries):
        entries = tuple(replace(entry, published_at=_from_beijing(entry.published_at)) for entry in entries)
    notes = {
        "odd_charset": odd_charset,
        "entities_dropped": had_entities,
        "truncated": not FEED_END.search(text),
    }
    return ParsedFeed(title, language, entries, tuple(note for note, holds in notes.items() if holds))


def _is_chinese(language: str, title: str, entries: tuple[Entry, ...]) -> bool:
    return language_of(language, " ".join([title, *(entry.title for entry in entries[:5])])) == "zh"


def _from_beijing(moment: datetime | None) -> datetime | None:
    """Read a moment that the parsers took for UTC as the local time that its writer meant."""
    return moment.replace(tzinfo=CHINA).astimezone(UTC) if moment else None


def _parsed(text: str, headers: Mapping[str, str]) -> tuple[str, str, tuple[Entry, ...]]:
    quick = _quick(text)
    # Starts inside CDATA count too: then the patient parser is asked in vain, and nothing is lost.
    starts = sum(1 for _ in islice(ENTRY_START.finditer(text), MOST_ITEMS))
    if quick is not None and len(quick[2]) >= starts:
        return quick
    found = [parsed for parsed in (_patient(text, headers), quick) if parsed is not None]
    return max(found, key=lambda parsed: len(parsed[2]), default=("", "", ()))


def _quick(text: str) -> tuple[str, str, tuple[Entry, ...]] | None:
    try:
        found = fastfeedparser.parse(
            b'<?xml version="1.0" encoding="utf-8"?>' + text.encode(),
            include_tags=False,
            include_media=False,
            include_enclosures=False,
        )
    except Exception:  # noqa: BLE001 - it raises what it likes on odd feeds; the patient parser is next
        return None
    feed = found.get("feed", {})
    language = str(feed.get("language") or "")
    entries = tuple(_quick_entry(entry, language) for entry in found.entries[: MOST_ITEMS + 1])
    return str(feed.get("title") or ""), language, entries


def _quick_entry(entry: Any, language: str) -> Entry:
    content = entry.get("content") or [{}]
    body = str(content[0].get("value") or "")
    summary = str(entry.get("description") or "")
    return Entry(
        name=str(entry.get("id") or ""),
        title=str(entry.get("title") or ""),
        text=body if len(body) >= len(summary) else summary,
        link=str(entry.get("link") or ""),
        published_at=read_date(str(entry.get("published") or entry.get("updated") or "")),
        language=str(content[0].get("language") or language),
        origin=str(content[0].get("base") or ""),
    )


def _patient(text: str, headers: Mapping[str, str]) -> tuple[str, str, tuple[Entry, ...]] | None:
    said = {"content-type": "application/xml; charset=utf-8"}
    if headers.get("content-location"):
        said["content-location"] = headers["content-location"]
    # A stream of bytes, never text: given text the parser would try to open it as a path or an address.
    stream = io.BytesIO(b'<?xml version="1.0" encoding="utf-8"?>' + text.encode())
    try:
        found = feedparser.parse(
            stream, response_headers=said, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception:  # noqa: BLE001 - 173 escapes of 23 kinds in 7,916 damaged feeds
        return None
    feed = found.get("feed", {})
    language = str(feed.get("language") or "")
    return str(feed.get("title") or ""), language, tuple(_patient_entries(found, language))


def _patient_entries(found: Any, language: str) -> Iterator[Entry]:
    for entry in found.entries[: MOST_ITEMS + 1]:
        bodies = [str(part.get("value") or "") for part in entry.get("content") or []]
        texts = [*bodies, str(entry.get("summary") or "")]
        yield Entry(
            name=str(entry.get("id") or ""),
            title=str(entry.get("title") or ""),
            text=max(texts, key=len),
            link=str(entry.get("link") or ""),
            published_at=_moment(entry.get("published_parsed") or entry.get("updated_parsed")),
            language=str((entry.get("title_detail") or {}).get("language") or language),
            origin=str((entry.get("title_detail") or {}).get("base") or ""),
        )


def _moment(parts: Any) -> datetime | None:
    try:
        return EPOCH + timedelta(seconds=timegm(parts)) if parts else None
    except (ValueError, OverflowError, TypeError):
        return None
