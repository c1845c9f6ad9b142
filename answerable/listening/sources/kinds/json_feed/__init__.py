"""JSON Feed 1.0 and 1.1 (jsonfeed.org)."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from answerable.listening.sources.kinds.conditional import FEED_TYPES, conditions
from answerable.listening.sources.kinds.dates import read_date
from answerable.listening.sources.kinds.entries import MOST_ITEMS, Context, Entry, gather
from answerable.listening.sources.kinds.exchange import Answer, Memory, Reading, Wanted
from answerable.listening.sources.kinds.markup import MOST_TAGS
from answerable.listening.sources.kinds.reasons import gettext_noop
from answerable.listening.sources.kinds.refusal import NotReadable
from answerable.listening.sources.kinds.settings import AddressSettings
from answerable.listening.sources.kinds.strict_json import parse_json


class JsonFeed:
    """JSON Feed."""

    key = "json_feed"
    name = gettext_noop("JSON Feed")
    explanation = gettext_noop("A feed written in JSON instead of XML.")
    settings_type = AddressSettings
    is_polled = True
    most_tags = MOST_TAGS

    def requests(self, settings: AddressSettings, memory: Memory, at: datetime) -> list[Wanted]:
        """Ask for the feed, but only if it changed."""
        return [Wanted(settings.address, conditions(memory, FEED_TYPES))]

    def read(self, answer: Answer, settings: AddressSettings, memory: Memory, at: datetime) -> Reading:
        """Read the feed."""
        feed = parse_json(answer.body)
        if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
            raise NotReadable("not_a_json_feed")
        language = _text(feed.get("language"))
        context = Context(at, answer.final_url or _text(feed.get("feed_url")), language)
        return gather(_entries(feed["items"]), context, memory, title=_text(feed.get("title")))


def _entries(items: list[Any]) -> Iterator[Entry]:
    for item in items[: MOST_ITEMS + 1]:
        if not isinstance(item, dict):
            continue
        text = _text(item.get("content_html")) or _text(item.get("content_text"))
        yield Entry(
            name=_text(item.get("id")),
            title=_text(item.get("title")),
            text=text or _text(item.get("summary")),
            link=_text(item.get("url")) or _text(item.get("external_url")),
            published_at=read_date(_text(item.get("date_published")) or _text(item.get("date_modified"))),
            language=_text(item.get("language")),
        )


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


JSON_FEED = JsonFeed()
