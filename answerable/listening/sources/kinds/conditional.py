"""Asks only for what is new, and reads what a status means before anyone reads the body."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from answerable.listening.sources.kinds.exchange import Answer, Memory, Outcome, Reading
from answerable.listening.sources.kinds.refusal import refusal

FEED_TYPES = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
)
PAGE_TYPES = "text/html, application/xhtml+xml, */*;q=0.5"
#: Longer validators than this are not kept: nobody honest sends them.
LONGEST_VALIDATOR = 1024
#: Nobody is believed who asks to stay away longer than this.
LONGEST_RETRY_S = 7 * 24 * 3600


def conditions(memory: Memory, accept: str) -> dict[str, str]:
    """Give the headers of a conditional GET; both validators go back exactly as they came."""
    headers = {"Accept": accept}
    if memory.get("etag"):
        headers["If-None-Match"] = memory["etag"]
    if memory.get("last_modified"):
        headers["If-Modified-Since"] = memory["last_modified"]
    return headers


def remembered(memory: Memory, answer: Answer) -> dict[str, object]:
    """Give the memory with this answer's validators in the place of the old ones."""
    kept = {name: value for name, value in memory.items() if name not in ("etag", "last_modified")}
    for name, header in (("etag", "etag"), ("last_modified", "last-modified")):
        value = answer.headers.get(header, "")
        if value and len(value) <= LONGEST_VALIDATOR and value.isprintable():
            kept[name] = value
    return kept


def verdict(answer: Answer, memory: Memory, at: datetime) -> Reading | None:
    """Say how an answer without a document ended; None when there is a document to read."""
    status = answer.status
    retry = retry_after(answer.headers, at)
    if status == 304:
        return Reading(Outcome.UNCHANGED, memory=memory, retry_after_s=retry)
    if status == 410:
        return Reading(Outcome.GONE, memory=memory)
    if not 200 <= status < 300:
        return refusal(_meaning(status), memory, retry_after_s=retry, status=status)
    if not answer.body.strip():
        return refusal("empty", memory, retry_after_s=retry)
    return None


def _meaning(status: int) -> str:
    if status == 404:
        return "not_found"
    if status in (401, 402, 403, 451):
        return "not_allowed"
    if status in (429, 503):
        return "server_busy"
    return "server_failed" if status >= 500 else "unexpected_status"


def retry_after(headers: Mapping[str, str], at: datetime) -> int | None:
    """Read Retry-After, in seconds or as a date."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return min(int(text[:9]), LONGEST_RETRY_S)
    try:
        until = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0, min(int((until - at).total_seconds()), LONGEST_RETRY_S))
