"""Signatures: the Standard Webhooks package and our own inbound check accept what we sign."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
import time_machine
from standardwebhooks import Webhook, WebhookVerificationError

from answerable.egress.signing import new_secret, signed_headers
from answerable.listening.sources.kinds.webhook.signature import is_signed

AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)
OLD, NEW = new_secret(b"o" * 24), new_secret(b"n" * 32)
BODY = '{"title":"停水"}'.encode()


def test_the_public_package_accepts_our_signature() -> None:
    headers = signed_headers(BODY, [NEW], message_id="msg_1", at=AT)
    with time_machine.travel(AT, tick=False):
        assert Webhook(NEW).verify(BODY, headers) == {"title": "停水"}
        with pytest.raises(WebhookVerificationError):
            Webhook(OLD).verify(BODY, headers)


def test_while_secrets_change_both_ends_are_served() -> None:
    headers = signed_headers(BODY, [NEW, OLD], message_id="msg_1", at=AT)
    with time_machine.travel(AT, tick=False):
        for secret in (OLD, NEW):
            Webhook(secret).verify(BODY, headers)
    assert is_signed(BODY, headers, [OLD], AT)
    assert is_signed(BODY, headers, [NEW], AT)


def test_an_hour_elsewhere_is_refused_rather_than_signed_wrong() -> None:
    with pytest.raises(ValueError, match="UTC"):
        signed_headers(BODY, [NEW], message_id="m", at=AT.astimezone(timezone(timedelta(hours=8))))


def test_what_the_public_package_signs_is_accepted() -> None:
    signature = Webhook(NEW).sign("msg_2", AT, BODY.decode())
    headers = {
        "webhook-id": "msg_2",
        "webhook-timestamp": str(int(AT.timestamp())),
        "webhook-signature": signature,
    }
    assert is_signed(BODY, headers, [NEW], AT)
