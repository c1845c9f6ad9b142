"""The pages of a reader."""

import pytest

from answerable.office.people.models import Account
from answerable.office.review import actions, queries
from answerable.office.review.models import Reading
from answerable.office.review.rules import State, hash_of
from tests.answerable.office.people.makers import NOON
from tests.answerable.office.review.makers import TEXT, hand_in, take


@pytest.fixture(params=["en", "zh-hans"])
def browser(request, client):
    """A browser in each language."""
    client.cookies["django_language"] = request.param

    def signed_in(name: str):
        client.force_login(Account.objects.get(username=name))
        return client

    return signed_in


def test_what_waits_for_me_is_on_my_page(office, browser) -> None:
    hand_in(office)
    assert "No water in Mill Lane" in browser("ada").get("/reviews/").text


def test_what_i_handed_in_is_on_my_page(office, browser) -> None:
    review = hand_in(office)
    actions.send_back(review, "The hour is wrong.", by=office.ada, at=NOON)
    assert "The hour is wrong." in browser("chen").get("/reviews/").text


def test_opening_the_page_on_my_turn_is_the_proof_of_reading(office, browser) -> None:
    review = hand_in(office)
    page = browser("ada").get(f"/reviews/{review}/")
    assert "A tank lorry stands at the school." in page.text
    assert Reading.objects.get().person_id == office.ada.person


def test_a_step_is_passed_with_every_box_ticked(office, browser) -> None:
    review = hand_in(office)
    ada = browser("ada")
    ada.get(f"/reviews/{review}/")
    said = {"seen_hash": hash_of(TEXT), "checks": ["proofread", "wording", "links"], "pass": ""}
    assert ada.post(f"/reviews/{review}/take/", said).status_code == 302
    assert queries.review_of("answer:1").passed == 1
    assert "Ada" in ada.get(f"/reviews/{review}/").text


def test_an_empty_box_keeps_the_comment_that_was_typed(office, browser) -> None:
    review = hand_in(office)
    ada = browser("ada")
    ada.get(f"/reviews/{review}/")
    said = {"seen_hash": hash_of(TEXT), "checks": ["wording"], "comment": "Typed at length", "pass": ""}
    page = ada.post(f"/reviews/{review}/take/", said)
    assert page.status_code == 422
    assert "Typed at length" in page.text


def test_a_text_is_sent_back_from_its_page(office, browser) -> None:
    review = hand_in(office)
    said = {"seen_hash": hash_of(TEXT), "comment": "The hour is wrong.", "send_back": ""}
    browser("ada").post(f"/reviews/{review}/take/", said)
    assert queries.review_of("answer:1").state is State.SENT_BACK


def test_the_changes_since_my_reading_are_marked(office, browser) -> None:
    review = hand_in(office)
    take(review, office.ada)
    new = TEXT.replace("six", "eight")
    actions.content_changed("answer:1", hash_of(new), by=office.chen, at=NOON, text=new)
    page = browser("ada").get(f"/reviews/{review}/").text
    assert "<del>six</del><ins>eight</ins>" in page


def test_a_reader_of_another_unit_is_asked_in_from_the_page(office, browser) -> None:
    review = hand_in(office)
    chen = browser("chen")
    assert "Dana" in chen.get(f"/reviews/{review}/").text
    chen.post(f"/reviews/{review}/lend/", {"person": office.dana.person, "reason": "Two are ill."})
    assert "Two are ill." in chen.get(f"/reviews/{review}/").text
    assert chen.post(f"/reviews/{review}/lend/", {"person": 0, "reason": ""}).status_code == 422


def test_the_author_takes_the_text_back(office, browser) -> None:
    review = hand_in(office)
    browser("chen").post(f"/reviews/{review}/withdraw/")
    assert queries.review_of("answer:1").state is State.WITHDRAWN


def test_hostile_words_in_a_text_stay_words(office, browser) -> None:
    text = "<script>alert(1)</script><img src=x onerror=alert(1)>\n"
    review = hand_in(office, text=text, content_hash=hash_of(text), title="<b onclick=x>")
    page = browser("ada").get(f"/reviews/{review}/").text
    assert "<script>alert" not in page
    assert "<b onclick" not in page
    assert "<img src=x" not in page
