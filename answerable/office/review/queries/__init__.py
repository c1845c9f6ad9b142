"""The only reads of the room."""

from answerable.office.review.queries.gates import gate, gates_adopted, takers, who_may_take
from answerable.office.review.queries.reviews import (
    MyReviews,
    Passage,
    ReviewPage,
    ReviewRow,
    StepRow,
    WordingRow,
    handed_in_by,
    history_of,
    my_reviews,
    passage,
    require_passage,
    review_for,
    review_of,
    review_page,
    reviews_of_many,
    waiting_for,
)

__all__ = [
    "MyReviews",
    "Passage",
    "ReviewPage",
    "ReviewRow",
    "StepRow",
    "WordingRow",
    "gate",
    "gates_adopted",
    "handed_in_by",
    "history_of",
    "my_reviews",
    "passage",
    "require_passage",
    "review_for",
    "review_of",
    "review_page",
    "reviews_of_many",
    "takers",
    "waiting_for",
    "who_may_take",
]
