"""Signs what we send by Standard Webhooks 1.0: HMAC-SHA256 over `id.timestamp.body`."""

import base64
from collections.abc import Sequence
from datetime import datetime

from standardwebhooks import Webhook


def signed_headers(body: bytes, secrets: Sequence[str], *, message_id: str, at: datetime) -> dict[str, str]:
    """Give the three headers; one signature for each secret while secrets change, the newest first."""
    stamp = int(at.timestamp())
    moment = datetime.fromtimestamp(stamp, at.tzinfo)
    # The package replaces the zone instead of converting to it, so it must be handed UTC.
    if moment.utcoffset():
        raise ValueError("sign at a time in UTC")
    text = body.decode()
    signatures = [Webhook(secret).sign(msg_id=message_id, timestamp=moment, data=text) for secret in secrets]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(stamp),
        "webhook-signature": " ".join(signatures),
    }


def new_secret(random_bytes: bytes) -> str:
    """Write random bytes (24 to 64 of them) as a secret that both sides can keep."""
    return "whsec_" + base64.b64encode(random_bytes).decode()
