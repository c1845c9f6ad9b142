"""Reading releases: for this room's pages and for the rooms above."""

from answerable.response.foresight.queries.beside import prepared_drafts, prepared_for
from answerable.response.foresight.queries.foreseen import (
    AskedRow,
    ForeseenAgainstAsked,
    LessonRow,
    asked_page,
    foreseen_against_asked,
)
from answerable.response.foresight.queries.listing import ReleaseRow, Table, Wish, releases
from answerable.response.foresight.queries.names import GATE, link_to, subject_of
from answerable.response.foresight.queries.page import ReleasePage, release_of
from answerable.response.foresight.queries.similar import look_alike

__all__ = [
    "GATE",
    "AskedRow",
    "ForeseenAgainstAsked",
    "LessonRow",
    "ReleasePage",
    "ReleaseRow",
    "Table",
    "Wish",
    "asked_page",
    "foreseen_against_asked",
    "link_to",
    "look_alike",
    "prepared_drafts",
    "prepared_for",
    "release_of",
    "releases",
    "subject_of",
]
