"""Inbound webhooks: signed and fresh, or refused."""

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta

import pytest

from answerable.listening.sources.kinds import Document, Outcome, Reading
from answerable.listening.sources.kinds.reading_safely import read_safely
from answerable.listening.sources.kinds.webhook import WEBHOOK, WebhookSettings

AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)
SECRET = "whsec_" + base64.b64encode(b"k" * 24).decode()
OLD = "whsec_" + base64.b64encode(b"o" * 24).decode()


def signature(body: bytes, secret: str = SECRET, at: datetime = AT) -> dict[str, str]:
    """Signed with the standard library alone, as the specification writes it."""
    message = f"msg_1.{int(at.timestamp())}.".encode() + body
    key = base64.b64decode(secret.removeprefix("whsec_"))
    digest = base64.b64encode(hmac.new(key, message, hashlib.sha256).digest()).decode()
    return {
        "webhook-id": "msg_1",
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": f"v1,{digest}",
    }


def read(told: object, headers: dict[str, str] | None = None, **settings: str) -> Reading:
    body = json.dumps(told).encode()
    document = Document(body, headers=signature(body) if headers is None else headers)
    return read_safely(WEBHOOK, document, WebhookSettings(**(settings or {"secret": SECRET})), {}, AT)


@pytest.mark.parametrize(
    "told",
    [
        {"id": 1, "title": "停水"},
        {"type": "item.created", "data": {"id": 1, "title": "停水"}},
        {"items": [{"id": 1, "title": "停水"}, 7, {"id": 2}]},
        [{"id": 1, "标题": "停水"}],
    ],
)
def test_a_signed_message_is_read(told: object) -> None:
    assert [item.title for item in read(told).items] == ["停水"]


def test_both_secrets_count_while_one_is_replaced() -> None:
    body = json.dumps({"title": "x"}).encode()
    assert read({"title": "x"}, signature(body, OLD), secret=SECRET, old_secret=OLD).outcome is Outcome.READ


@pytest.mark.parametrize(
    "spoil",
    [
        {"webhook-signature": "v1,AAAA"},
        {"webhook-signature": ""},
        {"webhook-signature": "v0,x v2,y"},
        {"webhook-signature": "v1,\u00e9"},
        {"webhook-id": "msg_2"},
        {"webhook-id": ""},
        {"webhook-timestamp": str(int((AT - timedelta(minutes=6)).timestamp()))},
        {"webhook-timestamp": "soon"},
        {"webhook-timestamp": "1" * 30},
    ],
)
def test_a_spoilt_message_is_refused(spoil: dict[str, str]) -> None:
    headers = signature(json.dumps({"title": "x"}).encode()) | spoil
    assert read({"title": "x"}, headers).refused[0].code == "bad_signature"


@pytest.mark.parametrize("minutes", [-6, 6])
def test_an_old_or_early_message_is_refused_though_well_signed(minutes: int) -> None:
    body = json.dumps({"title": "x"}).encode()
    headers = signature(body, at=AT + timedelta(minutes=minutes))
    assert read({"title": "x"}, headers).refused[0].code == "bad_signature"


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_!", "not base64 é"])
def test_without_a_usable_secret_nothing_is_taken(secret: str) -> None:
    assert read({"title": "x"}, secret=secret, old_secret="").refused[0].code == "bad_signature"
