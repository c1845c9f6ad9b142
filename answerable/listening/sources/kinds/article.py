"""One page as one item: title and main text. Not a kind of source; other kinds' items lead to such pages."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser

from answerable.listening.sources.kinds.conditional import PAGE_TYPES
from answerable.listening.sources.kinds.dates import read_date
from answerable.listening.sources.kinds.decoding import decode
from answerable.listening.sources.kinds.entries import Context, Entry, gather
from answerable.listening.sources.kinds.exchange import Answer, Memory, Reading, Wanted
from answerable.listening.sources.kinds.markup import MOST_TAGS, clean_characters, scan
from answerable.listening.sources.kinds.plain_text import escaped
from answerable.listening.sources.kinds.reasons import gettext_noop
from answerable.listening.sources.kinds.refusal import NotReadable
from answerable.listening.sources.kinds.settings import AddressSettings

#: A text this short is a menu or a consent wall, not an article.
SHORTEST = 40
#: Meta names that carry the time of publication, in order of trust.
DATES = (
    ("meta[property='article:published_time']", "content"),
    ("meta[name='pubdate' i]", "content"),
    ("meta[name='publishdate' i]", "content"),
    ("meta[itemprop='datePublished']", "content"),
    ("time[datetime]", "datetime"),
)
CUT_OFF = ("</html>", "</body>")


@dataclass(frozen=True, slots=True)
class ArticleSettings(AddressSettings):
    """The language that the source is known to have, if any."""

    language: str = field(default="", metadata={"label": gettext_noop("language"), "help": ""})


class Article:
    """A page read as an article."""

    key = "article"
    name = gettext_noop("Article")
    explanation = gettext_noop("One page with one text.")
    settings_type = ArticleSettings
    is_polled = False
    most_tags = MOST_TAGS

    def __init__(self) -> None:
        #: Finds the main text of a page. The reading child puts `extraction.main_text` here; the extractor is
        #: heavy, so no other process loads it, and without it the text of the whole page is taken.
        self.main_text: Callable[[str], str] = lambda source: ""

    def requests(self, settings: ArticleSettings, memory: Memory, at: datetime) -> list[Wanted]:
        """Ask for the page, if the site's robots.txt allows it."""
        return [Wanted(settings.address, {"Accept": PAGE_TYPES}, is_page=True)]

    def read(self, answer: Answer, settings: ArticleSettings, memory: Memory, at: datetime) -> Reading:
        """Read title and main text."""
        source = page_text(answer)
        entry = article_entry(
            source, self.main_text(source), answer.final_url or settings.address, settings.language
        )
        if not entry.title and not entry.text:
            raise NotReadable("not_a_page")
        notes = [] if any(mark in source[-2000:].lower() for mark in CUT_OFF) else ["truncated"]
        return gather([entry], Context(at, answer.final_url), memory, notes=notes)


def page_text(answer: Answer) -> str:
    """Decode a page and look at its markup before any parser does."""
    text, _odd = decode(answer.body, answer.headers.get("content-type", ""))
    text = clean_characters(text)
    scan(text, html=True)
    return text


def article_entry(source: str, text: str, link: str, language: str) -> Entry:
    """Take title, text and date out of a page."""
    tree = LexborHTMLParser(source)
    root = tree.css_first("html")
    label = language or (root.attributes.get("lang") or "" if root else "")
    if len(text) < SHORTEST:
        text = text or (tree.body.text(separator="\n", strip=True) if tree.body else "")
    title = _title(tree)
    # The extractor counts the heading as text; it is kept once.
    text = text.removeprefix(title).lstrip() or text
    return Entry(
        title=escaped(title),
        text=escaped(text),
        link=link,
        published_at=_date(tree, label),
        language=label,
    )


def _title(tree: LexborHTMLParser) -> str:
    named = tree.css_first("meta[property='og:title']")
    if named is not None and named.attributes.get("content"):
        return str(named.attributes["content"])
    heading = tree.css_first("h1") or tree.css_first("title")
    return heading.text(strip=True) if heading is not None else ""


def _date(tree: LexborHTMLParser, language: str) -> datetime | None:
    for selector, attribute in DATES:
        node = tree.css_first(selector)
        date = read_date(str(node.attributes.get(attribute) or ""), language) if node is not None else None
        if date is not None:
            return date
    return None


ARTICLE = Article()
