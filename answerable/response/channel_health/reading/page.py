"""One page as facts: title, its own day, a print of its text, links, list, barriers."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from answerable.kernel.personal_data import mask
from answerable.listening.sources.kinds import Answer
from answerable.listening.sources.kinds.article import page_text
from answerable.listening.sources.kinds.links import stored_link
from answerable.listening.sources.reading.gate import clean
from answerable.response.channel_health.reading.barriers import barriers_of
from answerable.response.channel_health.reading.days import days_in, labelled_day, without_days
from answerable.response.channel_health.reading.facts import Barrier, Entry, Link, PageFacts
from answerable.response.channel_health.reading.listing import entries_of
from answerable.response.channel_health.reading.tree import AROUND, said, words

MOST_LINKS = 1000
LONGEST_TITLE = 200
#: A page that says so in its title or heading and holds next to nothing else is a missing page with status 200.
MISSING = re.compile(
    r"(?<!\d)404(?!\d)|not found|no longer (?:available|exists)"
    r"|页面不存在|找不到页面|您访问的页面|页面已删除|内容不存在",
    re.IGNORECASE,
)
MISSING_LETTERS = 400
#: Meta names that carry a page's own day, in order of trust.
DAYS = (
    ("meta[property='article:published_time']", "content"),
    ("meta[name='pubdate' i]", "content"),
    ("meta[name='publishdate' i]", "content"),
    ("meta[itemprop='datePublished']", "content"),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked about a page: which day it is, how its list is found, whether barriers are looked for."""

    today: date
    selector: str = ""
    barriers: bool = False


def page_facts(answer: Answer, wanted: Wanted) -> PageFacts:
    """Read one page, or raise NotReadable where it is too deep, too wide or too long for an honest page."""
    tree = LexborHTMLParser(page_text(answer))
    root = tree.css_first("base[href]")
    origin = stored_link(said(root, "href"), answer.final_url) if root is not None else answer.final_url

    def address_of(link: str) -> str:
        return _address(link, origin or answer.final_url)

    entries = entries_of(tree, wanted.selector, wanted.today, address_of)
    barriers = barriers_of(tree) if wanted.barriers else ()
    text = _content(tree)
    title = _title(tree)
    return PageFacts(
        title=_stored(title, LONGEST_TITLE),
        day=_day(tree, text),
        print=hashlib.sha256(without_days(text).encode("utf-8", "replace")).hexdigest()[:32],
        letters=len(text),
        says_missing=bool(MISSING.search(title)) and len(text) < MISSING_LETTERS,
        takes_messages=_takes_messages(tree),
        links=tuple(_links(tree, address_of)),
        entries=tuple(Entry(one.address, _stored(one.words, 200), one.day) for one in entries),
        barriers=tuple(Barrier(one.rule, one.times, _stored(one.sample, 120)) for one in barriers),
    )


def _stored(text: str, most: int) -> str:
    return mask(clean(text)).text[:most]


def _address(link: str, origin: str) -> str:
    if link.startswith("#"):
        return ""
    return stored_link(link, origin).partition("#")[0]


def _links(tree: LexborHTMLParser, address_of: Callable[[str], str]) -> Iterator[Link]:
    known: set[str] = set()
    for node in tree.css("a[href]"):
        address = address_of(str(node.attributes.get("href") or ""))
        if address and address not in known and len(known) < MOST_LINKS:
            known.add(address)
            yield Link(address, _stored(words(node) or said(node, "title"), 80))


def _title(tree: LexborHTMLParser) -> str:
    for selector in ("h1", "title"):
        node = tree.css_first(selector)
        if node is not None and words(node):
            return words(node)
    return ""


def _day(tree: LexborHTMLParser, text: str) -> str:
    for selector, attribute in DAYS:
        node = tree.css_first(selector)
        found = days_in(said(node, attribute)) if node is not None else []
        if found:
            return found[0][1].isoformat()
    for node in tree.css("article time[datetime], main > time[datetime]"):
        found = days_in(said(node, "datetime"))
        if found and not node.css("a"):
            return found[0][1].isoformat()
    labelled = labelled_day(text)
    return labelled.isoformat() if labelled else ""


def _content(tree: LexborHTMLParser) -> str:
    """Give the words of the content: the page's own copy is cut, so links and list are read before."""
    body = tree.body
    if body is None:
        return ""
    copy = LexborHTMLParser(str(body.html or ""))
    for node in copy.css(", ".join(sorted(AROUND - {"form"}))):
        node.decompose()
    return words(copy.body) if copy.body is not None else ""


def _takes_messages(tree: LexborHTMLParser) -> bool:
    """Say whether somebody can write to the body here: a form with room for words, or an address to write to."""
    return bool(tree.css("form textarea") or tree.css("a[href^='mailto:']"))
