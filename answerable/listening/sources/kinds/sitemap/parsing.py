"""Takes addresses out of a sitemap by linear search: no tree, no entities, damaged tails harm nothing."""

import html
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from urllib.parse import unquote, urlsplit

from answerable.listening.sources.kinds.dates import read_date
from answerable.listening.sources.kinds.decoding import decode
from answerable.listening.sources.kinds.links import stored_link
from answerable.listening.sources.kinds.markup import clean_characters
from answerable.listening.sources.kinds.refusal import NotReadable

ROOT = re.compile(r"<(?:[\w.-]+:)?(?P<root>urlset|sitemapindex)[\s>]", re.IGNORECASE)
BLOCK = re.compile(r"<(?:[\w.-]+:)?(?P<name>url|sitemap)>", re.IGNORECASE)
FIELD = re.compile(
    r"<(?P<name>(?:[\w.-]+:)?(?:loc|lastmod|title|publication_date|language))>\s*"
    r"(?:<!\[CDATA\[(?P<cdata>[^\]]*)\]\]>|(?P<text>[^<]*))",
    re.IGNORECASE,
)
#: The protocol's own bounds: 50,000 addresses and 50 MB; we take less of the bytes (egress) and all addresses.
MOST_PLACES = 50_000
MOST_UNPACKED = 20 * 1024 * 1024
WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Place:
    """One address in a sitemap."""

    link: str
    at: datetime | None
    title: str
    language: str


@dataclass(frozen=True, slots=True)
class FoundSitemap:
    """A sitemap's addresses, or an index's parts."""

    places: tuple[Place, ...]
    parts: tuple[Place, ...]


def parse_sitemap(body: bytes, headers: Mapping[str, str], origin: str) -> FoundSitemap:
    """Take a sitemap apart, or raise NotReadable."""
    text, _odd = decode(_unpacked(body), headers.get("content-type", ""))
    root = ROOT.search(text)
    if root is None:
        raise NotReadable("not_a_sitemap")
    places = tuple(_places(clean_characters(text[root.end() :]), origin))
    if root["root"].lower() == "sitemapindex":
        return FoundSitemap((), places)
    return FoundSitemap(places, ())


def _unpacked(body: bytes) -> bytes:
    """Unpack a sitemap that is stored as .gz, within bounds."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        text = unpacker.decompress(body, MOST_UNPACKED)
    except zlib.error:
        raise NotReadable("unreadable") from None
    if unpacker.unconsumed_tail:
        raise NotReadable("too_large", most=MOST_UNPACKED)
    return text


def _places(text: str, origin: str) -> Iterator[Place]:
    starts = [found.end() for found in BLOCK.finditer(text)][: MOST_PLACES + 1]
    for start, end in pairwise([*starts, len(text)]):
        fields: dict[str, str] = {}
        for found in FIELD.finditer(text, start, end):
            name = found["name"].lower().rpartition(":")[2]
            value = found["cdata"] if found["cdata"] is not None else html.unescape(found["text"])
            fields.setdefault(name, value.strip())
        link = stored_link(fields.get("loc", ""), origin)
        if link:
            date = read_date(fields.get("publication_date") or fields.get("lastmod", ""))
            yield Place(link, date, fields.get("title", ""), fields.get("language", ""))


def words_of(link: str) -> str:
    """Give the words in the last part of an address, for want of a title."""
    path = unquote(urlsplit(link).path).rstrip("/").rpartition("/")[2].rpartition(".")
    words = WORD.findall((path[0] or path[2]).replace("-", " ").replace("_", " "))
    return " ".join(words) if len(words) > 1 else ""
