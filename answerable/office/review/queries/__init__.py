"""The only reads of the room."""

from answerable.office.review.queries.gates import gate, gates_adopted, takers, who_may_take
from answerable.office.review.queries.history import (
    Passage,
    Reviewed,
    history_of,
    passage,
    require_passage,
    review_of,
    reviewed,
    reviews_of_many,
)
from answerable.office.review.queries.reviews import (
    MyReviews,
    ReviewPage,
    ReviewRow,
    StepRow,
    WordingRow,
    handed_in_by,
    my_reviews,
    review_for,
    review_page,
    waiting_for,
    waiting_for_asked,
)

__all__ = [
    "MyReviews",
    "Passage",
    "ReviewPage",
    "ReviewRow",
    "Reviewed",
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
    "reviewed",
    "reviews_of_many",
    "takers",
    "waiting_for",
    "waiting_for_asked",
    "who_may_take",
]
