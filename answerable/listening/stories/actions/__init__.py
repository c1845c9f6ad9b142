"""The writers of the room. Grouping and the stream behind it are imported by jobs alone: pages stay light."""

from answerable.listening.stories.actions.looking import look, see_all
from answerable.listening.stories.actions.regrouping import merge_stories, split_story, undo_regrouping

__all__ = ["look", "merge_stories", "see_all", "split_story", "undo_regrouping"]
