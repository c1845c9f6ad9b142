"""A sitemap as places: addresses with the day of their last change."""

from answerable.listening.sources.kinds import Answer
from answerable.listening.sources.kinds.sitemap.parsing import parse_sitemap
from answerable.response.channel_health.reading.facts import Place

#: As many as a site can have pages looked at in a month.
MOST_PLACES = 5000


def places_of(answer: Answer) -> tuple[Place, ...]:
    """List the addresses of one sitemap, or raise NotReadable; an index of sitemaps names no pages."""
    found = parse_sitemap(answer.body, answer.headers, answer.final_url)
    return tuple(
        Place(place.link.partition("#")[0], place.at.date().isoformat() if place.at else "")
        for place in found.places[:MOST_PLACES]
    )
