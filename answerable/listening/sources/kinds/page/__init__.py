"""A page without a feed: the links that a CSS selector finds on it, or the page itself as one text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from answerable.listening.sources.kinds.article import ARTICLE, ArticleSettings, page_text
from answerable.listening.sources.kinds.conditional import PAGE_TYPES, conditions
from answerable.listening.sources.kinds.dates import NUMBERS, read_date
from answerable.listening.sources.kinds.entries import MOST_ITEMS, Context, Entry, gather
from answerable.listening.sources.kinds.exchange import Answer, Memory, Reading, Wanted
from answerable.listening.sources.kinds.language import language_of
from answerable.listening.sources.kinds.markup import MOST_TAGS
from answerable.listening.sources.kinds.plain_text import escaped
from answerable.listening.sources.kinds.reasons import gettext_noop
from answerable.listening.sources.kinds.refusal import NotReadable
from answerable.listening.sources.kinds.settings import AddressSettings


@dataclass(frozen=True, slots=True)
class PageSettings(AddressSettings):
    """What the owner of a page sets."""

    selector: str = field(
        default="",
        metadata={
            "label": gettext_noop("CSS selector"),
            "help": gettext_noop(
                "Finds each entry of the list, such as ul.news li. Left empty, the page is read as one text."
            ),
        },
    )
    full_text: bool = field(
        default=False,
        metadata={
            "label": gettext_noop("read the whole article"),
            "help": gettext_noop("Follow each entry to its page, where the publisher allows it."),
        },
    )


class Page:
    """A page with a list of entries."""

    key = "page"
    name = gettext_noop("Web page")
    explanation = gettext_noop("A page with a list of notices, for sites without a feed.")
    settings_type = PageSettings
    is_polled = True
    most_tags = MOST_TAGS

    def requests(self, settings: PageSettings, memory: Memory, at: datetime) -> list[Wanted]:
        """Ask for the page, if it changed and the site's robots.txt allows it."""
        return [Wanted(settings.address, conditions(memory, PAGE_TYPES), is_page=True)]

    def read(self, answer: Answer, settings: PageSettings, memory: Memory, at: datetime) -> Reading:
        """Read the entries that the selector finds."""
        if not settings.selector:
            return ARTICLE.read(answer, ArticleSettings(settings.address), memory, at)
        tree = LexborHTMLParser(page_text(answer))
        root = tree.css_first("html")
        language = str(root.attributes.get("lang") or "") if root is not None else ""
        nodes = _chosen(tree, settings.selector)
        if not nodes:
            raise NotReadable("nothing_chosen", selector=settings.selector)
        title = tree.css_first("title")
        context = Context(at, answer.final_url or settings.address, language)
        return gather(
            _entries(nodes, language), context, memory, title=title.text(strip=True) if title else ""
        )


def _chosen(tree: LexborHTMLParser, selector: str) -> list[LexborNode]:
    try:
        return tree.css(selector)
    except SelectolaxError:
        raise NotReadable("bad_selector", selector=selector) from None


def _entries(nodes: list[LexborNode], language: str) -> Iterator[Entry]:
    for node in nodes[: MOST_ITEMS + 1]:
        anchor = node if node.tag == "a" else node.css_first("a[href]")
        link = str(anchor.attributes.get("href") or "") if anchor is not None else ""
        whole = node.text(separator=" ", strip=True)
        title = (
            str(anchor.attributes.get("title") or "") or anchor.text(strip=True) if anchor is not None else ""
        )
        if not title and not whole:
            continue
        date = NUMBERS.search(whole)
        yield Entry(
            title=escaped(title or whole[:200]),
            text=escaped(whole) if len(whole) > len(title) + 12 else "",
            link=link,
            published_at=read_date(date[0], language_of(language, whole)) if date else None,
            language=language,
        )


PAGE = Page()
