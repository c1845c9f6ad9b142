"""Sends a signed webhook; whoever gets it can tell a repeat by its id."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from answerable.egress.errors import Disabled, NotAccepted
from answerable.egress.exchange import Answer, FetchRequest, Limits
from answerable.egress.fetching import fetch_one
from answerable.egress.policy import EgressPolicy
from answerable.egress.signing import signed_headers
from answerable.egress.urls import read_url

#: Standard Webhooks: 15 to 30 s; a redirect is a failure, so none is followed.
LIMITS = Limits(total_s=20.0, redirects=0)


def send_webhook(
    url: str,
    payload: Mapping[str, Any],
    *,
    secrets: Sequence[str],
    message_id: str,
    at: datetime,
    policy: EgressPolicy,
) -> Answer:
    """Send one message. Raises NotAccepted, with what the receiver asked for, unless it answers 2xx.

    The same `message_id` must be used for every try of the same message. 410 raises Disabled: stop sending there.
    """
    body = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()
    headers = {
        "Content-Type": "application/json",
        **signed_headers(body, secrets, message_id=message_id, at=at),
    }
    request = FetchRequest(url, "POST", headers, body, LIMITS, keep_body=False)
    answer = asyncio.run(fetch_one(request, policy))
    if answer.status == 410:
        raise Disabled(host=read_url(url).host)
    if not 200 <= answer.status < 300:
        raise NotAccepted(status=answer.status, retry_after_s=_retry_after(answer))
    return answer


def _retry_after(answer: Answer) -> int | None:
    text = answer.headers.get("retry-after", "").strip()
    return min(int(text), 75 * 3600) if text.isascii() and text.isdigit() and len(text) < 8 else None
