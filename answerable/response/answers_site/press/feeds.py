"""Atom (RFC 4287), JSON Feed 1.1, the site map and the rows of robots.txt."""

import json
import re
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from django.utils.translation import gettext as _

from answerable.response.answers import queries as answers
from answerable.response.answers.queries import PublishedAnswer, shelf
from answerable.response.answers.rules.states import State
from answerable.response.answers_site.press.counted import topic_named
from answerable.response.answers_site.press.frame import body_name, in_short
from answerable.response.answers_site.press.sheet import TAGS, TONGUES, Sheet, here, whole
from answerable.response.answers_site.rules.topics import key_of

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
#: Answers in a feed: more than any reader fetches between two looks.
MOST = 30
#: A site map holds at most 50,000 addresses (sitemaps.org).
MOST_PLACES = 50_000
#: RFC 4287 wants a time where nothing was published yet.
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
#: Signs that XML 1.0 has no place for.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _written(root: Element, kind: str, changed: datetime | None) -> Sheet:
    body = b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="utf-8") + b"\n"
    return Sheet(body, kind, changed)


def _name(topic: str) -> str:
    title = _("Answers of %(body)s") % {"body": body_name()}
    return f"{title}: {topic}" if topic else title


def _text_of(answer: PublishedAnswer) -> str:
    """Give the text of an entry; of a withdrawn answer, why it was withdrawn."""
    if answer.state is State.WITHDRAWN:
        return ""
    unknown = f"<h2>{_('What we do not know yet')}</h2>{answer.unknown_html}" if answer.unknown else ""
    return answer.body_html + unknown


def _title(answer: PublishedAnswer) -> str:
    words = {State.WITHDRAWN: _("Withdrawn: %s"), State.CORRECTED: _("Corrected: %s")}
    return words.get(answer.state, "%s") % answer.title


def _atom(language: str, topic: str, own: str, page: str) -> Sheet:
    rows = answers.published(language=language, topic=topic, size=MOST).rows
    updated = rows[0].updated_at if rows else None
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": TAGS[language]})
    SubElement(feed, "id").text = whole(own)
    SubElement(feed, "title").text = _xml(_name(topic))
    SubElement(feed, "updated").text = (updated or BEGINNING).isoformat()
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": whole(own)})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": whole(page)})
    SubElement(SubElement(feed, "author"), "name").text = _xml(body_name())
    for answer in rows:
        _entry(feed, answer)
    return _written(feed, "application/atom+xml; charset=utf-8", updated)


def _entry(feed: Element, answer: PublishedAnswer) -> None:
    address = whole(here("answer", slug=answer.slug))
    entry = SubElement(feed, "entry")
    SubElement(entry, "id").text = address
    SubElement(entry, "title").text = _xml(_title(answer))
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": address})
    SubElement(entry, "published").text = answer.published_at.isoformat()
    SubElement(entry, "updated").text = answer.updated_at.isoformat()
    SubElement(SubElement(entry, "author"), "name").text = _xml(f"{answer.spokesperson}, {answer.post}")
    for topic in answer.topics:
        SubElement(entry, "category", {"term": key_of(topic), "label": _xml(topic)})
    summary = in_short(answer)
    if summary:
        SubElement(entry, "summary").text = _xml(summary)
    SubElement(entry, "content", {"type": "html"}).text = _xml(_text_of(answer) or summary or answer.title)


def atom(language: str) -> Sheet:
    """Make the Atom feed of a language."""
    return _atom(language, "", here("feed", language=language), here("front", language=language))


def topic_atom(language: str, key: str) -> Sheet | None:
    """Make the Atom feed of a topic."""
    name, parts = topic_named(language, key), {"language": language, "key": key}
    if name is None:
        return None
    return _atom(language, name, here("topic-feed", **parts), here("topic", **parts))


def _json(language: str, topic: str, own: str, page: str) -> Sheet:
    rows = answers.published(language=language, topic=topic, size=MOST).rows
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _name(topic),
        "home_page_url": whole(page),
        "feed_url": whole(own),
        "language": TAGS[language],
        "authors": [{"name": body_name()}],
        "items": [_item(answer) for answer in rows],
    }
    body = json.dumps(feed, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"
    return Sheet(body, "application/feed+json; charset=utf-8", rows[0].updated_at if rows else None)


def _item(answer: PublishedAnswer) -> dict[str, object]:
    address = whole(here("answer", slug=answer.slug))
    summary = in_short(answer)
    item: dict[str, object] = {
        "id": address,
        "url": address,
        "title": _title(answer),
        "content_html": _text_of(answer) or f"<p>{_escaped(summary or answer.title)}</p>",
        "date_published": answer.published_at.isoformat(),
        "date_modified": answer.updated_at.isoformat(),
        "authors": [{"name": f"{answer.spokesperson}, {answer.post}"}],
        "language": TAGS[answer.language],
    }
    if summary:
        item["summary"] = summary
    if answer.topics:
        item["tags"] = list(answer.topics)
    return item


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def json_feed(language: str) -> Sheet:
    """Make the JSON Feed of a language."""
    return _json(language, "", here("feed-json", language=language), here("front", language=language))


def topic_json(language: str, key: str) -> Sheet | None:
    """Make the JSON Feed of a topic."""
    name, parts = topic_named(language, key), {"language": language, "key": key}
    if name is None:
        return None
    return _json(language, name, here("topic-feed-json", **parts), here("topic", **parts))


def sitemap() -> Sheet:
    """Make the site map: first pages, then every permanent address with its last change."""
    root = Element("urlset", {"xmlns": SITEMAP})
    for language in TONGUES:
        for name in ("front", "list", "topics", "archive", "changes", "figures", "about"):
            SubElement(SubElement(root, "url"), "loc").text = whole(here(name, language=language))
    places = shelf.places()[: MOST_PLACES - 20]
    for place in places:
        row = SubElement(root, "url")
        SubElement(row, "loc").text = whole(here("answer", slug=place.slug))
        SubElement(row, "lastmod").text = place.at.isoformat()
    return _written(root, "application/xml; charset=utf-8", places[0].at if places else None)


def robots() -> Sheet:
    """Make robots.txt: answers and the form for letters may be found, the house itself may not."""
    rows = ["User-agent: *"]
    rows += [f"Disallow: {here('search', language=language)}" for language in TONGUES]
    rows += [
        "Allow: /answers/",
        "Allow: /letters/",
        "Disallow: /",
        "",
        f"Sitemap: {whole(here('sitemap'))}",
        "",
    ]
    return Sheet("\n".join(rows).encode(), "text/plain; charset=utf-8")
