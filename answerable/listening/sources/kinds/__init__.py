"""Source kinds: one folder and one line in KINDS each. Sans-IO: they say what they want and read what came.

What it is not: fetching, storing, scheduling. Main words: *wanted* (a document to get), *reading* (items or a
refusal), *memory* (what a source remembers between polls). Menus, forms and reference pages are made from KINDS.
"""

from collections.abc import Mapping
from types import MappingProxyType

from answerable.listening.sources.kinds.exchange import (
    Answer,
    Candidate,
    Document,
    Kind,
    Memory,
    Outcome,
    Reading,
    ReadItem,
    Refused,
    Wanted,
    Way,
)
from answerable.listening.sources.kinds.feed import FEED
from answerable.listening.sources.kinds.file import FILE
from answerable.listening.sources.kinds.folder import FOLDER
from answerable.listening.sources.kinds.json_feed import JSON_FEED
from answerable.listening.sources.kinds.mailbox import MAILBOX
from answerable.listening.sources.kinds.news_sitemap import NEWS_SITEMAP
from answerable.listening.sources.kinds.page import PAGE
from answerable.listening.sources.kinds.reasons import REASONS
from answerable.listening.sources.kinds.settings import settings_from
from answerable.listening.sources.kinds.sitemap import SITEMAP
from answerable.listening.sources.kinds.webhook import WEBHOOK

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.key: kind
        for kind in (
            FEED,
            JSON_FEED,
            NEWS_SITEMAP,
            SITEMAP,
            PAGE,
            MAILBOX,
            FOLDER,
            FILE,
            WEBHOOK,
        )
    }
)

__all__ = [
    "KINDS",
    "REASONS",
    "Answer",
    "Candidate",
    "Document",
    "Kind",
    "Memory",
    "Outcome",
    "ReadItem",
    "Reading",
    "Refused",
    "Wanted",
    "Way",
    "settings_from",
]
