"""The only reads of the room."""

from answerable.response.answers.queries.lists import (
    AnswerRow,
    AnswerTable,
    Wish,
    answer_table,
    answers_of_case,
)
from answerable.response.answers.queries.published import (
    Basis,
    ChangeRow,
    PublishedAnswer,
    PublishedPage,
    PublishedVersion,
    changes,
    corrections,
    published,
    published_answer,
    published_of,
    slugs,
    topics,
    versions,
    withdrawals,
)
from answerable.response.answers.queries.speaking import Speaker, speaker, speakers

__all__ = [
    "AnswerRow",
    "AnswerTable",
    "Basis",
    "ChangeRow",
    "PublishedAnswer",
    "PublishedPage",
    "PublishedVersion",
    "Speaker",
    "Wish",
    "answer_table",
    "answers_of_case",
    "changes",
    "corrections",
    "published",
    "published_answer",
    "published_of",
    "slugs",
    "speaker",
    "speakers",
    "topics",
    "versions",
    "withdrawals",
]
