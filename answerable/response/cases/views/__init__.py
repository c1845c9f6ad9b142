"""Views of the room."""

from answerable.response.cases.views.assessing import assess, assess_part
from answerable.response.cases.views.deeds import deed, link_story, merge, move, split
from answerable.response.cases.views.facts import add_fact, change_fact
from answerable.response.cases.views.looking import board, room, sheet
from answerable.response.cases.views.opening import open_case
from answerable.response.cases.views.papers import add_paper, move_paper, paper, papers
from answerable.response.cases.views.reviews import close_review, finish_action, review, reviews
from answerable.response.cases.views.tasks import add_task, end_task

__all__ = [
    "add_fact",
    "add_paper",
    "add_task",
    "assess",
    "assess_part",
    "board",
    "change_fact",
    "close_review",
    "deed",
    "end_task",
    "finish_action",
    "link_story",
    "merge",
    "move",
    "move_paper",
    "open_case",
    "paper",
    "papers",
    "review",
    "reviews",
    "room",
    "sheet",
    "split",
]
