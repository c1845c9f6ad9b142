"""Delivery: the message to a channel with an open interface, when to try again, and when to give up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

#: Standard Webhooks, "deliverability": at once, then growing pauses over about three days.
PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)


def next_try(tries: int, *, at: datetime, asked_s: int | None = None) -> datetime | None:
    """Say when to try again after so many tries, no sooner than the receiver asked for; None: give up and say so."""
    if tries < 1 or tries > len(PAUSES):
        return at if tries < 1 else None
    return at + max(PAUSES[tries - 1], timedelta(seconds=asked_s or 0))


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a channel is told of one publication."""

    key: str
    tell: str
    title: str
    summary: str
    html: str
    text: str
    language: str
    content_hash: str
    released_at: datetime
    readers: tuple[str, ...]
    reason: str = ""
    replaced_by: str = ""


def payload(parcel: Parcel, *, at: datetime) -> Mapping[str, Any]:
    """Write the message of a webhook (Standard Webhooks: type, timestamp, data)."""
    gone = parcel.tell == "withdrawn"
    return {
        "type": f"piece.{parcel.tell}",
        "timestamp": at.isoformat(),
        "data": {
            "id": f"urn:uuid:{parcel.key}",
            "title": parcel.title,
            "language": parcel.language,
            "content_sha256": parcel.content_hash,
            "released_at": parcel.released_at.isoformat(),
            "reviewed_by": list(parcel.readers),
            "summary": "" if gone else parcel.summary,
            "html": "" if gone else parcel.html,
            "text": "" if gone else parcel.text,
            "reason": parcel.reason,
            "replaced_by": f"urn:uuid:{parcel.replaced_by}" if parcel.replaced_by else "",
        },
    }


def message_id(key: str, tell: str) -> str:
    """Give the id of a message: the same for every try, so that a receiver can tell a repeat."""
    return f"{key}.{tell}"
