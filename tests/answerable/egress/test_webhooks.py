"""Signed webhooks: what the receiver's answer means."""

import json
from datetime import UTC, datetime

import pytest

from answerable.egress import EgressPolicy
from answerable.egress.errors import Blocked, Disabled, NotAccepted
from answerable.egress.gate import HostGate
from answerable.egress.signing import new_secret
from answerable.egress.webhooks import send_webhook
from tests.battery.loopback import Behaviour, LoopbackServer, answer, dripping, serving

AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)
LOOPBACK = EgressPolicy(allow_loopback=True, any_port=True, gate=HostGate(gap_s=0))
SECRET = new_secret(b"k" * 32)


def send(server: LoopbackServer, policy: EgressPolicy = LOOPBACK) -> int:
    sent = send_webhook(
        server.url("/hook"), {"signal": "积水"}, secrets=[SECRET], message_id="msg_1", at=AT, policy=policy
    )
    return sent.status


def test_a_message_carries_id_time_signature_and_body() -> None:
    with serving({"/hook": answer(b"")}) as server:
        assert send(server) == 200
        head, _, body = server.asked[0].partition(b"\r\n\r\n")
    assert json.loads(body) == {"signal": "积水"}
    assert b"webhook-id: msg_1" in head
    assert b"webhook-signature: v1," in head
    assert SECRET.encode() not in server.asked[0]


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "400 Bad", "500 Broken"])
def test_everything_but_2xx_is_a_failure(status: str) -> None:
    with serving() as canary, serving({"/hook": answer(status=status, Location=canary.url())}) as server:
        with pytest.raises(NotAccepted) as caught:
            send(server)
        assert caught.value.worth_retrying
        assert canary.connections == 0


def test_the_wish_to_come_later_is_handed_on() -> None:
    with serving({"/hook": answer(status="429 Busy", Retry_After="120")}) as server:
        with pytest.raises(NotAccepted) as caught:
            send(server)
        assert caught.value.retry_after_s == 120


def test_gone_means_stop() -> None:
    with serving({"/hook": answer(status="410 Gone")}) as server, pytest.raises(Disabled) as caught:
        send(server)
    assert not caught.value.worth_retrying


@pytest.mark.parametrize(
    "behaviour",
    [
        dripping(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 65536, 0.001, 160),
        b"HTTP/1.1 204 No Content\r\n\r\n",
    ],
)
def test_a_delivered_message_counts_whatever_the_receiver_sends_back(behaviour: Behaviour) -> None:
    with serving({"/hook": behaviour}) as server:
        assert 200 <= send(server) < 300


def test_an_address_inside_is_not_called() -> None:
    with serving() as canary:
        with pytest.raises(Blocked):
            send(canary, EgressPolicy(any_port=True))
        assert canary.connections == 0
