"""Finds what can be read on a site from the page that a person knows: linked feeds first, then common places."""

from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from answerable.listening.sources.kinds.article import page_text
from answerable.listening.sources.kinds.exchange import Answer, Candidate
from answerable.listening.sources.kinds.links import stored_link
from answerable.listening.sources.kinds.personal_pages import personal_page
from answerable.listening.sources.kinds.plain_text import one_line
from answerable.listening.sources.kinds.refusal import NotReadable

TYPES = {
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "application/xml": "feed",
    "text/xml": "feed",
    "application/feed+json": "json_feed",
    "application/json": "json_feed",
}
#: Where sites keep feeds without saying so, by how often that is so (WordPress, Hugo, common Chinese CMS).
COMMON_PLACES = (
    ("/feed/", "feed"),
    ("/rss.xml", "feed"),
    ("/feed.xml", "feed"),
    ("/atom.xml", "feed"),
    ("/index.xml", "feed"),
    ("/rss", "feed"),
    ("/feed.json", "json_feed"),
    ("/news-sitemap.xml", "news_sitemap"),
    ("/sitemap_news.xml", "news_sitemap"),
    ("/sitemap.xml", "sitemap"),
)
LOOKS_LIKE_FEED = ("rss", "atom", "/feed")
MOST_CANDIDATES = 30
FEED_STARTS = (b"<rss", b"<feed", b"<rdf:rdf", b"<channel")


def discover(answer: Answer) -> list[Candidate]:
    """List candidates, best first: the address itself when it is a feed, links, then places worth a try."""
    itself = _itself(answer)
    if itself is not None:
        return [itself]
    try:
        tree = LexborHTMLParser(page_text(answer))
    except NotReadable:
        return []
    found = [*_linked(tree, answer.final_url), *_anchors(tree, answer.final_url), *_places(answer.final_url)]
    unique = {candidate.url: candidate for candidate in reversed(found)}
    allowed = [unique[url] for url in dict.fromkeys(c.url for c in found) if personal_page(url) is None]
    return allowed[:MOST_CANDIDATES]


def _itself(answer: Answer) -> Candidate | None:
    head = answer.body[:2000].lower()
    if any(start in head for start in FEED_STARTS):
        return Candidate(answer.final_url, "feed", "", "itself")
    if b"<urlset" in head or b"<sitemapindex" in head:
        kind = "news_sitemap" if b"sitemap-news" in head else "sitemap"
        return Candidate(answer.final_url, kind, "", "itself")
    if head.lstrip().startswith(b"{") and b"jsonfeed.org" in head:
        return Candidate(answer.final_url, "json_feed", "", "itself")
    return None


def _linked(tree: LexborHTMLParser, origin: str) -> list[Candidate]:
    found = []
    for node in tree.css("link[rel~='alternate'][href]"):
        kind = TYPES.get(str(node.attributes.get("type") or "").split(";")[0].strip().lower())
        link = stored_link(str(node.attributes.get("href") or ""), origin)
        if kind and link:
            found.append(
                Candidate(link, kind, one_line(str(node.attributes.get("title") or ""))[:200], "link")
            )
    return found


def _anchors(tree: LexborHTMLParser, origin: str) -> list[Candidate]:
    found = []
    for node in tree.css("a[href]"):
        link = stored_link(str(node.attributes.get("href") or ""), origin)
        if link and any(word in link.lower() for word in LOOKS_LIKE_FEED):
            found.append(Candidate(link, "feed", node.text(strip=True)[:200], "anchor"))
    return found


def _places(origin: str) -> list[Candidate]:
    return [
        Candidate(urljoin(origin, path), kind, "", "common place") for path, kind in COMMON_PLACES if origin
    ]
