"""The only writers of the room."""

from answerable.response.answers.actions.changing import correct, drop, update, withdraw
from answerable.response.answers.actions.drafting import (
    Beginning,
    Edit,
    EditedMeanwhile,
    draft,
    edit,
    explain,
    link_cases,
    translate,
)
from answerable.response.answers.actions.handing_in import hand_in, take_back
from answerable.response.answers.actions.publishing import index_again, publish
from answerable.response.answers.actions.wordlist import guard_word, release_word

__all__ = [
    "Beginning",
    "Edit",
    "EditedMeanwhile",
    "correct",
    "draft",
    "drop",
    "edit",
    "explain",
    "guard_word",
    "hand_in",
    "index_again",
    "link_cases",
    "publish",
    "release_word",
    "take_back",
    "translate",
    "update",
    "withdraw",
]
