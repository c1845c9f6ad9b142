"""Reports upward on their pages."""

import pytest

from answerable.response.cases import actions
from answerable.response.cases.models import Paper
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import HOUR, answered, fact, make_case

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", ["verbal", "first", "follow_up", "final"])
def test_a_report_begins_with_what_the_case_holds(cast, as_, kind: str) -> None:
    story = make_story()
    case = answered(cast, stories=(story.pk,))
    actions.add_fact(case, fact(), by=cast.ada, at=NOON + HOUR)
    page = as_("ada").get(f"/respond/cases/{case}/papers/{kind}/").content.decode()
    assert "several streets" in page
    assert ("told_at" in page) is (kind == "verbal")
    if kind != "verbal":
        assert story.title in page
        assert "The water is poisonous." in page


def test_a_report_is_drafted_edited_signed_sent_and_receipted(cast, as_) -> None:
    case, ada, boris = make_case(cast), as_("ada"), as_("boris")
    said = {"to": "County", "title": "Brown water", "text": "Since noon."}
    ada.post(f"/respond/cases/{case}/papers/first/", said)
    paper = Paper.objects.get().pk
    page = f"/respond/cases/papers/{paper}/"
    assert "Since noon." in ada.get(f"{page}?edit").content.decode()
    ada.post(page, {**said, "text": "Since the morning.", "version": 1})
    assert f"{page}sign/" in boris.get(page).content.decode()
    assert f"{page}sign/" not in as_("chen").get(page).content.decode()
    boris.post(f"{page}sign/", {"version": 2})
    boris.post(f"{page}send/", {"words": "By messenger"})
    ada.post(f"{page}receipt/", {"words": "In 77"})
    row = Paper.objects.get()
    assert (row.text, row.state, row.receipt) == ("Since the morning.", "receipted", "In 77")
    assert row.hash in ada.get(page).content.decode()
    assert "2026-1" in ada.get("/respond/cases/papers/").content.decode()


def test_the_next_report_goes_to_whom_the_last_one_went(cast, as_) -> None:
    case, ada, boris = make_case(cast), as_("ada"), as_("boris")
    ada.post(f"/respond/cases/{case}/papers/first/", {"to": "County office", "title": "A", "text": "B"})
    page = f"/respond/cases/papers/{Paper.objects.get().pk}/"
    boris.post(f"{page}sign/", {"version": 1})
    boris.post(f"{page}send/", {"words": "By hand"})
    assert "County office" in ada.get(f"/respond/cases/{case}/papers/follow_up/").content.decode()


def test_a_signed_report_is_taken_back_into_draft(cast, as_) -> None:
    case, boris = make_case(cast), as_("boris")
    boris.post(f"/respond/cases/{case}/papers/first/", {"to": "County", "title": "A", "text": "B"})
    page = f"/respond/cases/papers/{Paper.objects.get().pk}/"
    boris.post(f"{page}sign/", {"version": 1})
    boris.post(f"{page}take_back/")
    assert Paper.objects.get().state == "draft"


def test_kinds_and_moves_that_do_not_exist_are_none(cast, as_) -> None:
    case = make_case(cast)
    assert as_("ada").get(f"/respond/cases/{case}/papers/gossip/").status_code == 404
    assert as_("ada").post("/respond/cases/papers/1/burn/").status_code == 404
    assert as_("ada").get("/respond/cases/papers/999/").status_code == 404


def test_an_empty_list_says_where_reports_begin(cast, as_) -> None:
    assert "No report went upward yet." in as_("ada").get("/respond/cases/papers/").content.decode()


def test_a_number_in_a_receipt_is_asked_about_and_what_was_typed_stays(cast, as_) -> None:
    case, boris = make_case(cast), as_("boris")
    boris.post(f"/respond/cases/{case}/papers/first/", {"to": "County", "title": "A", "text": "B"})
    page = f"/respond/cases/papers/{Paper.objects.get().pk}/"
    boris.post(f"{page}sign/", {"version": 1})
    how = {"words": "By telephone to 13812345678"}
    asked = boris.post(f"{page}send/", how)
    assert asked.status_code == 422
    assert 'value="By telephone to 13812345678"' in asked.content.decode()
    boris.post(f"{page}send/", {**how, "personal": "mask"})
    assert Paper.objects.get().sent_how == "By telephone to ***"
    receipt = {"words": "Desk officer, 13812345678"}
    assert 'name="personal"' in boris.post(f"{page}receipt/", receipt).content.decode()
    boris.post(f"{page}receipt/", {**receipt, "personal": "keep"})
    assert Paper.objects.get().receipt == "Desk officer, 13812345678"
