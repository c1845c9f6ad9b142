import base64
import json
from datetime import timedelta

import pytest
from standardwebhooks import Webhook

from answerable.kernel import clock
from answerable.kernel.sealing import seal
from answerable.listening.sources.models import Item, Poll
from answerable.listening.sources.rules.identity import MOST_NEW_AN_HOUR
from tests.answerable.listening.sources.makers import make_poll, make_source

pytestmark = pytest.mark.django_db
SECRET = "whsec_" + base64.b64encode(b"k" * 32).decode()
OLD = "whsec_" + base64.b64encode(b"o" * 32).decode()
ITEM = {
    "id": "7",
    "title": "Lamp broken",
    "text": "On Harbour Street, call 13912345678",
    "link": "https://a.example/7",
}


@pytest.fixture
def door():
    """A webhook that is open."""
    return make_source(
        kind="webhook",
        address="desk",
        next_poll_at=None,
        secrets={"secret": seal(SECRET), "old_secret": seal(OLD)},
    )


def send(client, source, told, *, secret=SECRET, call="msg_1", at=None, body=None):
    text = json.dumps(told)
    moment = at or clock.now()
    signature = Webhook(secret).sign(msg_id=call, timestamp=moment, data=text)
    return client.post(
        f"/listen/webhooks/{source.pk}/",
        body or text,
        content_type="application/json",
        headers={
            "webhook-id": call,
            "webhook-timestamp": str(int(moment.timestamp())),
            "webhook-signature": signature,
        },
    )


def test_a_signed_call_is_stored_masked_and_told_back(client, door):
    answer = send(client, door, ITEM)
    assert (answer.status_code, answer.json()) == (200, {"new": 1, "edited": 0, "known": 0})
    item = Item.objects.get()
    assert (item.title, item.catch_up) == ("Lamp broken", False)
    assert "13912345678" not in item.text
    assert Poll.objects.get().new == 1


def test_the_same_call_again_changes_nothing(client, door):
    send(client, door, ITEM)
    assert send(client, door, ITEM).json() == {"repeat": True}
    assert Item.objects.count() == 1


def test_a_list_of_items_is_taken_whole(client, door):
    answer = send(client, door, {"items": [ITEM, ITEM | {"id": "8", "title": "Other lamp", "link": ""}]})
    assert answer.json()["new"] == 2


def test_an_edit_is_a_new_version(client, door):
    send(client, door, ITEM)
    answer = send(client, door, ITEM | {"title": "Lamp repaired"}, call="msg_2")
    assert answer.json()["edited"] == 1
    assert Item.objects.get().version == 2


def test_the_old_secret_holds_while_it_is_replaced(client, door):
    assert send(client, door, ITEM, secret=OLD).status_code == 200


@pytest.mark.parametrize("minutes", [-6, 6])
def test_a_call_outside_the_window_is_refused(client, door, minutes):
    answer = send(client, door, ITEM, at=clock.now() + timedelta(minutes=minutes))
    assert (answer.status_code, answer.json()["refused"]) == (401, "bad_signature")


def test_a_changed_body_is_refused(client, door):
    assert send(client, door, ITEM, body=json.dumps(ITEM | {"title": "x"})).status_code == 401


def test_an_unsigned_call_is_refused(client, door):
    answer = client.post(f"/listen/webhooks/{door.pk}/", "{}", content_type="application/json")
    assert answer.status_code == 401
    assert Item.objects.count() == 0


def test_a_call_that_is_too_large_is_refused_unread(client, door):
    answer = send(client, door, ITEM | {"text": "a" * 1_100_000})
    assert answer.status_code == 413


def test_who_sends_too_fast_is_told_when_to_come_again_and_nothing_is_half_stored(client, door):
    make_poll(source=door, new=MOST_NEW_AN_HOUR, ended_at=clock.now())
    answer = send(client, door, ITEM)
    assert (answer.status_code, answer["Retry-After"]) == (429, "900")
    assert Item.objects.count() == 0
    Poll.objects.all().delete()
    assert send(client, door, ITEM).json()["new"] == 1


@pytest.mark.parametrize("changes", [{"state": "paused"}, {"kind": "feed"}])
def test_a_door_that_is_not_open_does_not_exist(client, door, changes):
    for name, value in changes.items():
        setattr(door, name, value)
    door.save()
    assert send(client, door, ITEM).status_code == 404


def test_what_is_no_item_is_refused_with_its_reason(client, door):
    answer = send(client, door, {}, body="[[")
    assert answer.status_code == 401
    answer = send(client, door, "just words")
    assert answer.status_code in (200, 422)
    assert Item.objects.count() == 0
