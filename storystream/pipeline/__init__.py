"""The composed stream: items in, outcomes out, one after the other and nothing dropped.

What it is: reading, folding and grouping in their order, with one clock and one state that saves and loads. What it
is not: a store; it forgets an item one window after it came. Main words: *stream*, *outcome*, *regrouping*.
"""

from storystream.pipeline.edits import UnknownItem, UnknownStory
from storystream.pipeline.settings import Settings
from storystream.pipeline.stream import Stream

__all__ = ["Settings", "Stream", "UnknownItem", "UnknownStory"]
