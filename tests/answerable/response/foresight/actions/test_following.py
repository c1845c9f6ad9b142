"""What follows in foresight from news of other rooms, as it is wired."""

from answerable.office.review.events import ReviewFinished
from answerable.project.wiring import WIRING
from answerable.response.cases.events import CaseOpened
from answerable.response.foresight.actions import following
from answerable.response.foresight.models import Lying
from tests.answerable.response.foresight.makers import NOON, handed_in, released


def test_both_pieces_of_news_are_wired() -> None:
    assert (ReviewFinished, following.follow_review) in WIRING
    assert (CaseOpened, following.follow_case) in WIRING


def test_reviews_of_other_texts_and_of_former_texts_are_nothing_of_ours(cast) -> None:
    release = handed_in(cast)
    for subject, text in (("answer:1", "0" * 64), (f"release:{release}", "0" * 64), ("release:x", "")):
        following.follow_review(ReviewFinished(subject, text, NOON))


def test_a_case_that_is_gone_finds_nothing(cast) -> None:
    released(cast)
    following.follow_case(CaseOpened(999, "Gone", 1, (), NOON))
    assert not Lying.objects.exists()
