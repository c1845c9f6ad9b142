"""After-action reviews on their pages."""

import pytest

from answerable.response.cases.models import AfterActionReview, ReviewAction
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import HOUR, closed

pytestmark = pytest.mark.django_db


def test_a_review_is_held_its_action_done_and_closed(cast, as_, rules_in_force) -> None:
    _case, review = closed(cast, at=NOON + 3.5 * HOUR)
    page, ada, boris = f"/respond/cases/reviews/{review}/", as_("ada"), as_("boris")
    assert "Look back" in ada.get(page).content.decode()
    said = {
        "helped": "The laboratory.",
        "hindered": "Sunday.",
        "plan_change": "Also on Sundays.",
        "who": "Ada",
        "action": "A tap for samples",
        "post": min(cast.chen.posts),
        "due_at": "2026-04-01T12:00",
    }
    ada.post(page, said)
    assert "Also on Sundays." in ada.get(page).content.decode()
    action = ReviewAction.objects.get().pk
    asked = as_("chen").post(f"/respond/cases/actions/{action}/", {"words": "Built; ask 13812345678."})
    assert 'value="Built; ask 13812345678."' in asked.content.decode()
    as_("chen").post(f"/respond/cases/actions/{action}/", {"words": "Built."})
    assert f"{page}close/" in boris.get(page).content.decode()
    boris.post(f"{page}close/")
    assert AfterActionReview.objects.get().state == "closed"


def test_an_action_needs_an_owner_and_a_day(cast, as_) -> None:
    _case, review = closed(cast, at=NOON + 3.5 * HOUR)
    said = {"helped": "The laboratory.", "hindered": "Sunday.", "action": "A tap for samples"}
    page = as_("ada").post(f"/respond/cases/reviews/{review}/", said).content.decode()
    assert "Who owns this action?" in page
    assert "Until when?" in page
    assert "A tap for samples" in page
    assert AfterActionReview.objects.get().state == "due"


def test_more_actions_are_added_afterwards(cast, as_) -> None:
    _case, review = closed(cast, at=NOON + 3.5 * HOUR)
    page, ada = f"/respond/cases/reviews/{review}/", as_("ada")
    ada.post(page, {"helped": "The laboratory.", "hindered": "Sunday."})
    ada.post(page, {"words": "A second tap", "post": min(cast.chen.posts), "due_at": "2026-04-01T12:00"})
    assert ReviewAction.objects.get().words == "A second tap"


def test_the_list_shows_what_is_due_first_and_says_when_there_is_none(cast, as_) -> None:
    ada = as_("ada")
    assert "No review yet." in ada.get("/respond/cases/reviews/").content.decode()
    _case, review = closed(cast, at=NOON + 3.5 * HOUR)
    assert f"/respond/cases/reviews/{review}/" in ada.get("/respond/cases/reviews/").content.decode()


def test_a_review_of_a_case_out_of_reach_is_not_there(cast, as_) -> None:
    _case, review = closed(cast, at=NOON + 3.5 * HOUR)
    assert as_("fang").get(f"/respond/cases/reviews/{review}/").status_code == 404
