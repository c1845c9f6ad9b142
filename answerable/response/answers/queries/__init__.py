"""The only reads of the room."""

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
    "Basis",
    "ChangeRow",
    "PublishedAnswer",
    "PublishedPage",
    "PublishedVersion",
    "Speaker",
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
