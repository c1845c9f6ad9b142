"""Feeds: RSS 0.9x to 2.0, RDF, Atom, CDF; a JSON Feed behind a feed address is read as one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from answerable.listening.sources.kinds.conditional import FEED_TYPES, conditions
from answerable.listening.sources.kinds.entries import Context, gather
from answerable.listening.sources.kinds.exchange import Answer, Memory, Reading, Wanted
from answerable.listening.sources.kinds.feed.parsing import ParsedFeed, parse_feed
from answerable.listening.sources.kinds.json_feed import JSON_FEED
from answerable.listening.sources.kinds.markup import MOST_TAGS
from answerable.listening.sources.kinds.reasons import gettext_noop
from answerable.listening.sources.kinds.settings import AddressSettings


@dataclass(frozen=True, slots=True)
class FeedSettings(AddressSettings):
    """What the owner of a feed sets."""

    full_text: bool = field(
        default=False,
        metadata={
            "label": gettext_noop("read the whole article"),
            "help": gettext_noop("For feeds with summaries only, where the publisher allows it."),
        },
    )


class Feed:
    """RSS, Atom and RDF."""

    key = "feed"
    name = gettext_noop("Feed (RSS, Atom)")
    explanation = gettext_noop(
        "The list of new articles that most news and government sites offer to machines."
    )
    settings_type = FeedSettings
    is_polled = True
    most_tags = MOST_TAGS

    def requests(self, settings: FeedSettings, memory: Memory, at: datetime) -> list[Wanted]:
        """Ask for the feed, but only if it changed."""
        return [Wanted(settings.address, conditions(memory, FEED_TYPES))]

    def read(self, answer: Answer, settings: FeedSettings, memory: Memory, at: datetime) -> Reading:
        """Read the feed."""
        if _is_json(answer.headers, answer.body):
            return JSON_FEED.read(answer, settings, memory, at)
        parsed = parse_feed(answer.body, answer.headers)
        context = Context(at, answer.final_url, parsed.language)
        return gather(parsed.entries, context, memory, title=parsed.title, notes=_notes(parsed))


def _is_json(headers: Mapping[str, str], body: bytes) -> bool:
    return (
        "json" in headers.get("content-type", "").lower() or body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"
    )


#: Shorter than this on average, and a feed is taken for one of summaries. Chinese leads end near 120 characters.
SUMMARY_LENGTH = 200


def _notes(parsed: ParsedFeed) -> list[str]:
    lengths = [len(entry.text) for entry in parsed.entries]
    short = bool(lengths) and sum(lengths) < SUMMARY_LENGTH * len(lengths)
    return [*parsed.notes, *(["summaries_only"] if short else [])]


FEED = Feed()
