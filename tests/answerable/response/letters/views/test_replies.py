"""Pages of replies."""

import pytest

from answerable.kernel import clock
from answerable.office.people.models import Account
from answerable.office.review import queries as reviews
from answerable.response.letters.models import Letter, Reply
from answerable.response.letters.rules.states import ReplyState, State
from tests.answerable.response.letters.makers import drafted, forwarded, make_letter, read_all

TEXT = {
    "title": "Water",
    "text": "It is back.",
    "signature": "Water Bureau, Emil",
    "language": "en",
    "link": "",
}


@pytest.fixture
def chen(client, office):
    """Chen's browser."""
    client.force_login(Account.objects.get(username="chen"))
    return client


def test_a_reply_goes_from_draft_through_its_gate_to_the_asker(chen, office):
    letter = forwarded(office, at=clock.now())
    form = chen.get(f"/respond/letters/replies/?letter={letter.pk}").content.decode()
    assert letter.title in form
    chen.post("/respond/letters/replies/", {**TEXT, "letters": [letter.pk]})
    reply = Reply.objects.get()
    page = f"/respond/letters/replies/{reply.pk}/"
    assert "Give it to its readers" in chen.get(page).content.decode()
    chen.post(f"{page}hand-in/")
    assert "Send it" not in chen.get(page).content.decode()
    assert chen.post(f"{page}send/").status_code == 403
    read_all(office, reviews.review_of(f"reply:{reply.pk}").id, at=clock.now())
    assert "Send it to every asker" in chen.get(page).content.decode()
    chen.post(f"{page}send/")
    assert Letter.objects.get().state == State.ANSWERED
    assert "It is back." in chen.get(page).content.decode()


def test_several_letters_are_chosen_in_the_list(chen, office):
    first, second = forwarded(office, at=clock.now()), forwarded(office, at=clock.now())
    form = chen.get(f"/respond/letters/replies/?letter={first.pk}&letter={second.pk}").content.decode()
    assert form.count(" checked") >= 2
    chen.post("/respond/letters/replies/", {**TEXT, "letters": [first.pk, second.pk]})
    assert Reply.objects.get().letters.count() == 2


def test_nothing_typed_is_lost(chen, office):
    letter = forwarded(office, at=clock.now())
    answer = chen.post("/respond/letters/replies/", {**TEXT, "signature": "", "letters": [letter.pk]})
    assert answer.status_code == 422
    assert "It is back." in answer.content.decode()
    answer = chen.post("/respond/letters/replies/", {**TEXT, "link": "javascript:x", "letters": [letter.pk]})
    assert answer.status_code == 422


def test_a_reply_is_changed_and_laid_aside(chen, office):
    letter = forwarded(office, at=clock.now())
    reply = drafted(office, letter)
    page = f"/respond/letters/replies/{reply}/"
    chen.post(page, {**TEXT, "text": "Better words.", "letters": [letter.pk]})
    assert Reply.objects.get().text == "Better words."
    chen.post(f"{page}drop/")
    assert Reply.objects.get().state == ReplyState.DROPPED
    assert "dropped" in chen.get(page).content.decode()


def test_letters_out_of_reach_cannot_be_answered(chen, office):
    other = make_letter(at=clock.now())
    assert chen.get(f"/respond/letters/replies/?letter={other.pk}").status_code == 404
    answer = chen.post("/respond/letters/replies/", {**TEXT, "letters": [other.pk]})
    assert answer.status_code == 422
    assert chen.get("/respond/letters/replies/?letter=x").status_code == 200


def test_a_head_reads_a_reply_and_changes_nothing(client, office):
    reply = drafted(office, forwarded(office, at=clock.now()))
    client.force_login(Account.objects.get(username="boris"))
    assert client.get(f"/respond/letters/replies/{reply}/").status_code == 200
    assert client.post(f"/respond/letters/replies/{reply}/hand-in/").status_code == 403
