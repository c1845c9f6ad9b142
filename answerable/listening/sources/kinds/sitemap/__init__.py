"""Sitemaps (sitemaps.org): new addresses of a site that has no feed; an index leads to its newest parts."""

from dataclasses import dataclass, field
from datetime import datetime

from answerable.listening.sources.kinds.conditional import FEED_TYPES, conditions
from answerable.listening.sources.kinds.entries import MOST_ITEMS, Context, Entry, gather
from answerable.listening.sources.kinds.exchange import Answer, Memory, Outcome, Reading, Wanted
from answerable.listening.sources.kinds.reasons import gettext_noop
from answerable.listening.sources.kinds.settings import AddressSettings
from answerable.listening.sources.kinds.sitemap.parsing import Place, parse_sitemap, words_of

#: The protocol allows 50,000 addresses of four elements each in one file.
MOST_SITEMAP_TAGS = 250_000
#: Parts of an index that are read at each poll, newest first.
MOST_PARTS = 3


@dataclass(frozen=True, slots=True)
class SitemapSettings(AddressSettings):
    """What the owner of a sitemap sets."""

    only: str = field(
        default="",
        metadata={
            "label": gettext_noop("only addresses with"),
            "help": gettext_noop("A part of the address that articles have, such as /news/."),
        },
    )
    full_text: bool = field(
        default=True,
        metadata={
            "label": gettext_noop("read the whole article"),
            "help": gettext_noop("A plain sitemap holds addresses only; the title and text are on the page."),
        },
    )


class Sitemap:
    """A plain sitemap."""

    key = "sitemap"
    name = gettext_noop("Sitemap")
    explanation = gettext_noop("The list of all pages that a site offers to search engines.")
    settings_type: type[AddressSettings] = SitemapSettings
    is_polled = True
    most_tags = MOST_SITEMAP_TAGS
    news = False

    def requests(self, settings: SitemapSettings, memory: Memory, at: datetime) -> list[Wanted]:
        """Ask for the sitemap; for an index also for the parts that it named last time."""
        parts = list(memory.get("parts", ()))[:MOST_PARTS]
        # With parts there are several validators; the index is small, so it comes whole.
        headers = {"Accept": FEED_TYPES} if parts else conditions(memory, FEED_TYPES)
        return [Wanted(settings.address, headers), *(Wanted(part, {"Accept": FEED_TYPES}) for part in parts)]

    def read(self, answer: Answer, settings: SitemapSettings, memory: Memory, at: datetime) -> Reading:
        """Read the sitemap or the index."""
        found = parse_sitemap(answer.body, answer.headers, answer.final_url)
        if found.parts:
            newest = sorted(found.parts, key=_when, reverse=True)[:MOST_PARTS]
            return Reading(Outcome.READ, memory={**memory, "parts": [part.link for part in newest]})
        places = [place for place in found.places if self._wanted(place, settings)]
        places.sort(key=_when, reverse=True)
        entries = (_entry(place) for place in places[: MOST_ITEMS + 1])
        return gather(entries, Context(at, answer.final_url), memory)

    def _wanted(self, place: Place, settings: SitemapSettings) -> bool:
        return getattr(settings, "only", "") in place.link and (bool(place.title) or not self.news)


def _when(place: Place) -> float:
    return place.at.timestamp() if place.at else 0.0


def _entry(place: Place) -> Entry:
    return Entry(
        title=place.title or words_of(place.link),
        link=place.link,
        published_at=place.at,
        language=place.language,
    )


SITEMAP = Sitemap()
