"""Past stories that may tell how such a release was received: found by search, chosen by a person."""

from dataclasses import dataclass

from answerable.kernel.actor import Actor
from answerable.listening.stories import queries as stories
from answerable.listening.stories.queries import StoryRow
from answerable.response.foresight.models import Release

#: Stories offered for one search.
OFFERED = 20


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, without the stories that are linked already."""

    words: str
    stories: tuple[StoryRow, ...]
    total: int


def look_alike(actor: Actor, row: Release, words: str) -> Found:
    """Search past stories by words, or by the terms of the release where none are given."""
    searched = [words.strip()] if words.strip() else list(row.terms)
    linked = {one.story_id for one in row.similar.all()}
    found: dict[int, StoryRow] = {}
    total = 0
    for answer in stories.search_stories(actor, searched):
        total += answer.total
        found |= {story.id: story for story in answer.stories if story.id not in linked}
    ordered = sorted(found.values(), key=lambda story: (-story.publications, -story.id))
    return Found(" / ".join(searched), tuple(ordered[:OFFERED]), total)
