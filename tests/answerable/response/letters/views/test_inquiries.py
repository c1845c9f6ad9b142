"""Pages of questions of the press."""

from datetime import timedelta

import pytest

from answerable.kernel import clock
from answerable.kernel.trail.models import Entry
from answerable.office.people.models import Account
from answerable.response.letters.models import Inquiry
from answerable.response.letters.rules.states import InquiryState
from tests.answerable.response.letters.makers import make_inquiry


@pytest.fixture
def ada(client, office):
    """Ada's browser."""
    client.force_login(Account.objects.get(username="ada"))
    return client


def test_a_question_is_taken_in_and_listed_by_when_it_is_wanted(ada, office):
    said = {
        "outlet": "Mill Lane Courier",
        "title": "Burst main",
        "question": "Why did it burst?",
        "received_at": "2026-03-02T09:00",
        "wanted_at": "2026-03-02T17:00",
        "unit": office.body,
        "phone": "13800001111",
    }
    assert ada.post("/respond/letters/inquiries/add/", said).status_code == 302
    later = make_inquiry(office, at=clock.now(), title="Later one")
    text = ada.get("/respond/letters/inquiries/").content.decode()
    assert text.index("Burst main") < text.index("Later one")
    assert later
    wrong = ada.post(
        "/respond/letters/inquiries/add/", {**said, "wanted_at": "2026-03-01T09:00", "email": "x"}
    )
    assert wrong.status_code == 422
    assert "Why did it burst?" in wrong.content.decode()


def test_a_question_goes_its_way(ada, office):
    inquiry = make_inquiry(office, at=clock.now())
    page = f"/respond/letters/inquiries/{inquiry}/"
    assert "The outlet was told" in ada.get(page).content.decode()
    ada.post(f"{page}acknowledge/")
    assert ada.post(f"{page}answer/", {"text": "", "link": ""}).status_code == 422
    ada.post(f"{page}answer/", {"text": "", "spokesperson": "", "link": "/answers/burst/"})
    assert "The outlet has this answer" in ada.get(page).content.decode()
    ada.post(f"{page}ended/")
    assert Inquiry.objects.get().state == InquiryState.ACKNOWLEDGED


def test_a_question_is_declined_with_its_reason(ada, office):
    inquiry = make_inquiry(office, at=clock.now())
    page = f"/respond/letters/inquiries/{inquiry}/"
    assert ada.post(f"{page}decline/", {"words": ""}).status_code == 422
    ada.post(f"{page}decline/", {"words": "It is before the court."})
    assert "before the court" in ada.get(page).content.decode()


def test_a_question_is_given_to_a_unit_or_tied_to_a_case(ada, office):
    inquiry = make_inquiry(office, at=clock.now())
    page = f"/respond/letters/inquiries/{inquiry}/"
    ada.post(f"{page}tie/", {"case": 12})
    ada.post(f"{page}give/", {"unit": office.supply})
    row = Inquiry.objects.get()
    assert (row.case, row.unit_id) == (12, office.supply)
    assert ada.post(f"{page}give/").status_code == 404


def test_a_journalist_is_shown_on_asking_and_leaves_an_entry(ada, office):
    inquiry = make_inquiry(office, at=clock.now())
    page = f"/respond/letters/inquiries/{inquiry}/contact/"
    assert "13800001111" not in ada.get(page).content.decode()
    assert "13800001111" in ada.post(page).content.decode()
    assert Entry.objects.filter(act="letters.look_at_contact").count() == 1


def test_tabs_and_pages_take_odd_values(ada, office):
    for query in ("?tab=all&page=999", "?tab=zzz&page=x", "?tab=declined"):
        assert ada.get(f"/respond/letters/inquiries/{query}").status_code == 200


def test_every_state_has_its_page_in_both_languages(ada, office):
    inquiry = make_inquiry(office, at=clock.now() - timedelta(days=3))
    for state in InquiryState:
        Inquiry.objects.update(state=state)
        for language in ("en", "zh-hans"):
            answer = ada.get(f"/respond/letters/inquiries/{inquiry}/", headers={"accept-language": language})
            assert answer.status_code == 200
