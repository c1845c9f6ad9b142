"""Notices reach their addresses at least once, under one id, and every attempt is kept."""

from datetime import timedelta

import pytest
from standardwebhooks import Webhook

from answerable.egress.policy import EgressPolicy
from answerable.kernel import clock
from answerable.office.notices import actions, jobs, queries
from answerable.office.notices.models import Address, Delivery, Notice, Parcel
from answerable.office.notices.rules import Rhythm, Wishes
from tests.answerable.office.notices.makers import KEY, make_webhook, tell
from tests.answerable.office.notices.receiver import Receiver
from tests.answerable.office.people.makers import NOON, actor_of, make_member

pytestmark = pytest.mark.django_db(transaction=True)


def due_again():
    Parcel.objects.exclude(next_try_at=None).update(next_try_at=clock.now(), claimed_until=None)


def state():
    return Notice.objects.get().state


def test_a_notice_reaches_a_webhook_signed_and_in_both_languages():
    ada = make_member("Ada")
    with Receiver() as receiver:
        make_webhook(ada, receiver.url)
        tell(ada.person)
        assert jobs.send_due.call() == 1
        headers, body = receiver.calls[0]
        Webhook(KEY).verify(body.decode(), headers)
        assert receiver.payload()["notices"][0]["subject"] == {
            "en": "Burst main grows",
            "zh": "爆管话题快速增长",
        }
    assert state() == "delivered"
    assert Delivery.objects.get().delivered


def test_a_receiver_that_fails_gets_the_same_id_again():
    ada = make_member("Ada")
    with Receiver([(500, {}), (503, {})]) as receiver:
        make_webhook(ada, receiver.url)
        tell(ada.person)
        for _ in range(3):
            jobs.send_due.call()
            due_again()
        assert len(receiver.calls) == 3
        assert len(set(receiver.ids)) == 1
    assert [row.delivered for row in Delivery.objects.order_by("at")] == [False, False, True]
    assert state() == "delivered"


def test_a_worker_killed_between_sending_and_noting_sends_again_under_the_same_id():
    ada = make_member("Ada")
    with Receiver() as receiver:
        make_webhook(ada, receiver.url)
        tell(ada.person)
        actions.pack_due(at=clock.now())
        (parcel,) = actions.claim_parcels(5, at=clock.now())
        jobs.deliver(parcel, at=clock.now())  # and dies here
        assert actions.claim_parcels(5, at=clock.now()) == []
        due_again()
        jobs.send_due.call()
        assert len(receiver.calls) == 2
        assert len(set(receiver.ids)) == 1
    assert state() == "delivered"


def test_a_receiver_that_is_gone_is_never_called_again_and_the_page_says_so():
    ada = make_member("Ada")
    with Receiver([(410, {})]) as receiver:
        make_webhook(ada, receiver.url)
        tell(ada.person)
        jobs.send_due.call()
        tell(ada.person, key="signal:2")
        jobs.send_due.call()
        assert len(receiver.calls) == 1
    assert queries.addresses(actor_of(ada))[0].stopped
    assert set(Notice.objects.values_list("state", flat=True)) == {"failed", "kept"}


def test_an_address_already_reached_is_not_sent_to_twice():
    ada = make_member("Ada")
    with Receiver() as good, Receiver([(500, {})]) as bad:
        make_webhook(ada, good.url, "good")
        make_webhook(ada, bad.url, "bad")
        tell(ada.person)
        jobs.send_due.call()
        due_again()
        jobs.send_due.call()
        assert (len(good.calls), len(bad.calls)) == (1, 2)


def test_a_digest_puts_many_notices_into_one_message():
    ada = make_member("Ada")
    actions.set_wishes(Wishes(rhythm=Rhythm.DIGEST), by=actor_of(ada), at=NOON)
    with Receiver() as receiver:
        make_webhook(ada, receiver.url)
        for number in range(3):
            tell(ada.person, key=f"signal:{number}", at=NOON)
        Notice.objects.update(due_at=clock.now() - timedelta(seconds=1))
        jobs.send_due.call()
        assert len(receiver.calls) == 1
        assert len(receiver.payload()["notices"]) == 3


def test_without_an_address_a_notice_waits_in_the_inbox():
    ada = make_member("Ada")
    tell(ada.person)
    assert jobs.send_due.call() == 0
    assert state() == "kept"
    assert queries.unread(actor_of(ada)) == 1


def test_after_the_last_try_a_notice_has_failed_and_stays_in_the_inbox():
    ada = make_member("Ada")
    with Receiver([(500, {})] * 12) as receiver:
        make_webhook(ada, receiver.url)
        tell(ada.person)
        for _ in range(12):
            jobs.send_due.call()
            due_again()
        assert len(receiver.calls) == 10
    assert state() == "failed"
    assert queries.inbox(actor_of(ada), page=1, language="en")[0].can_acknowledge


def test_an_address_that_must_not_be_reached_is_stopped_with_the_reason(settings):
    settings.EGRESS_POLICY = EgressPolicy()
    ada = make_member("Ada")
    with Receiver() as receiver:
        make_webhook(ada, receiver.url)
        tell(ada.person)
        jobs.send_due.call()
        assert receiver.calls == []
    assert Address.objects.get().stopped


def test_a_chat_message_reads_in_the_persons_language():
    ada = make_member("Ada", language="zh-hans")
    tell(ada.person)
    title, body = jobs._text(list(Notice.objects.all()), "zh-hans")
    assert title == "爆管话题快速增长"
    assert "/listen/signals/1/" in body


def test_a_kind_that_stays_in_the_inbox_is_not_brought_out_unless_urgent():
    ada = make_member("Ada")
    actions.set_wishes(Wishes(inbox_only=frozenset({"signal"})), by=actor_of(ada), at=NOON)
    with Receiver() as receiver:
        make_webhook(ada, receiver.url)
        tell(ada.person)
        jobs.send_due.call()
        assert receiver.calls == []
        tell(ada.person, key="urgent", urgent=True)
        jobs.send_due.call()
        assert len(receiver.calls) == 1
