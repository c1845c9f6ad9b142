"""Feeds by their own rules, the site map, robots.txt."""

import json
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import pytest
from django.utils import timezone

from answerable.response.answers.queries import topics
from answerable.response.answers_site import press
from answerable.response.answers_site.rules.topics import key_of
from tests.answerable.response.answers.makers import make_published
from tests.answerable.response.answers_site.makers import HOSTILE

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def sheet(name: str, **parts: object) -> press.Sheet:
    made = press.made(name, **parts)
    assert made is not None
    return made


def one_of(element: ElementTree.Element, name: str) -> str:
    [found] = element.findall(ATOM + name)
    return "".join(found.itertext())


def check_atom(body: bytes) -> ElementTree.Element:
    """Hold a feed against RFC 4287, sections 4.1.1, 4.1.2, 4.2.6, 4.2.7, 3.3."""
    feed = ElementTree.fromstring(body)
    assert feed.tag == ATOM + "feed"
    links = [(link.get("rel"), link.get("type")) for link in feed.findall(ATOM + "link")]
    assert ("self", "application/atom+xml") in links
    assert len(links) == len(set(links))
    assert len(feed.findall(ATOM + "author")) == 1
    entries = feed.findall(ATOM + "entry")
    ids = [one_of(entry, "id") for entry in entries]
    assert len(ids) == len(set(ids))
    for element in (feed, *entries):
        assert one_of(element, "title")
        assert urlsplit(one_of(element, "id")).scheme in ("http", "https")
        assert timezone.is_aware(datetime.fromisoformat(one_of(element, "updated")))
    for entry in entries:
        [content] = entry.findall(ATOM + "content")
        assert content.get("type") == "html"
        assert len(entry.findall(ATOM + "summary")) <= 1
        assert all(category.get("term") for category in entry.findall(ATOM + "category"))
        assert "alternate" in [link.get("rel") for link in entry.findall(ATOM + "link")]
    return feed


def check_json(body: bytes) -> dict:
    """Hold a feed against JSON Feed 1.1: required members, their types, times in RFC 3339."""
    feed = json.loads(body)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert isinstance(feed["title"], str)
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert item["content_html"]
        assert urlsplit(item["url"]).scheme
        for name in ("date_published", "date_modified"):
            assert timezone.is_aware(datetime.fromisoformat(item[name]))
        assert all(isinstance(tag, str) for tag in item.get("tags", []))
        assert all(author["name"] for author in item["authors"])
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
    return feed


@pytest.mark.parametrize("language", ["en", "zh"])
def test_empty_feeds_are_whole_feeds(language):
    check_atom(sheet("feed", language=language).body)
    assert check_json(sheet("feed-json", language=language).body)["items"] == []


def test_feeds_carry_the_answer_and_who_gave_it(office):
    slug = make_published(office)
    feed = check_atom(sheet("feed", language="en").body)
    [entry] = feed.findall(ATOM + "entry")
    assert one_of(entry, "id").endswith(f"/answers/{slug}/")
    assert one_of(entry, "author").startswith("Emil")
    assert "<strong>repaired</strong>" in one_of(entry, "content")
    [item] = check_json(sheet("feed-json", language="en").body)["items"]
    assert item["id"] == one_of(entry, "id")
    assert check_atom(sheet("feed", language="zh").body).findall(ATOM + "entry") == []


def test_a_topic_has_feeds_of_its_own(office):
    make_published(office)
    make_published(office, title="Another matter", topics=("Prices",))
    [key] = [key_of(name) for name, _count in topics() if name == "Prices"]
    [entry] = check_atom(sheet("topic-feed", language="en", key=key).body).findall(ATOM + "entry")
    assert one_of(entry, "title") == "Another matter"
    assert len(check_json(sheet("topic-feed-json", language="en", key=key).body)["items"]) == 1
    assert press.made("topic-feed", language="en", key="none-000000") is None


def test_hostile_words_stay_words_in_feeds(office):
    make_published(office, title=HOSTILE[:190], summary=HOSTILE, body=HOSTILE, topics=(HOSTILE[:50],))
    [entry] = check_atom(sheet("feed", language="en").body).findall(ATOM + "entry")
    assert "<script" not in one_of(entry, "content")
    read = feedparser.parse(sheet("feed", language="en").body)
    assert not read.bozo
    assert read.entries[0].title.startswith("</script>")
    [item] = check_json(sheet("feed-json", language="en").body)["items"]
    assert "<script" not in item["content_html"]


def test_the_site_map_names_each_answer_once_with_its_last_change(office):
    slug = make_published(office)
    root = ElementTree.fromstring(sheet("sitemap").body)
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    rows = {url.findtext(space + "loc"): url.findtext(space + "lastmod") for url in root}
    [address] = [row for row in rows if row and row.endswith(f"/answers/{slug}/")]
    assert datetime.fromisoformat(rows[address] or "")
    assert len(rows) == len(root)


def test_robots_may_read_answers_and_not_the_house():
    rows = sheet("robots").body.decode().splitlines()
    assert {"Allow: /answers/", "Disallow: /", "Disallow: /answers/en/search/"} <= set(rows)
    assert rows[-1].startswith("Sitemap: http")
