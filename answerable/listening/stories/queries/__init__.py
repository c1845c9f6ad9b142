"""Reading stories: for this room's pages and for the rooms above. Every list takes a fixed number of queries."""

from answerable.listening.stories.queries.beside import (
    MOST_MARKS,
    Mark,
    SavedSearch,
    give_marks,
    give_saved_searches,
)
from answerable.listening.stories.queries.counts import (
    Heard,
    Hours,
    LiveStory,
    Preview,
    first_hour,
    live_stories,
    preview,
    story_evidence,
    story_hours,
    words_evidence,
    words_hours,
)
from answerable.listening.stories.queries.figures import (
    READ,
    Morning,
    last_look,
    morning,
    morning_asked,
    stories,
    story_of_items,
)
from answerable.listening.stories.queries.listing import Board, Wish, board, choices
from answerable.listening.stories.queries.page import Entry, StoryPage, regrouped_into, story_page
from answerable.listening.stories.queries.rows import StoryRow
from answerable.listening.stories.queries.searching import FoundItems, search, search_stories

__all__ = [
    "MOST_MARKS",
    "READ",
    "Board",
    "Entry",
    "FoundItems",
    "Heard",
    "Hours",
    "LiveStory",
    "Mark",
    "Morning",
    "Preview",
    "SavedSearch",
    "StoryPage",
    "StoryRow",
    "Wish",
    "board",
    "choices",
    "first_hour",
    "give_marks",
    "give_saved_searches",
    "last_look",
    "live_stories",
    "morning",
    "morning_asked",
    "preview",
    "regrouped_into",
    "search",
    "search_stories",
    "stories",
    "story_evidence",
    "story_hours",
    "story_of_items",
    "story_page",
    "words_evidence",
    "words_hours",
]
