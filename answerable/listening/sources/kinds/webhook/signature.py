"""Standard Webhooks 1.0: HMAC-SHA256 over `id.timestamp.body`, several signatures while secrets change."""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime

#: How far the sender's clock may be off, both ways (the specification's own advice).
TOLERANCE_S = 5 * 60


def is_signed(body: bytes, headers: Mapping[str, str], secrets: Sequence[str], at: datetime) -> bool:
    """Say whether a message carries a fresh signature by one of the secrets; header names are lower-case."""
    name, stamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not name or not (stamp.isascii() and stamp.isdigit() and len(stamp) < 12):
        return False
    if abs(int(stamp) - at.timestamp()) > TOLERANCE_S:
        return False
    given = [
        signature.partition(",")[2]
        for signature in headers.get("webhook-signature", "").split()[:10]
        if signature.startswith("v1,")
    ]
    expected = [_signature(f"{name}.{stamp}.".encode() + body, secret) for secret in secrets]
    return any(
        hmac.compare_digest(one.encode(), other.encode()) for one in given for other in expected if other
    )


def _signature(message: bytes, secret: str) -> str:
    try:
        key = base64.b64decode(secret.removeprefix("whsec_"))
    except (binascii.Error, ValueError):
        return ""
    return base64.b64encode(hmac.new(key, message, hashlib.sha256).digest()).decode()
