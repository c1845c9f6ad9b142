"""The parent's side: a page or a sitemap handed to the limited child. Never raises for what a document does."""

import atexit
import json
import os
from datetime import date
from typing import Any

from answerable.listening.sources.kinds import Answer
from answerable.listening.sources.reading import wire
from answerable.listening.sources.reading.pool import LARGEST, Readers, Stopped
from answerable.response.channel_health.reading.facts import PageFacts, Place, read_page, read_places

CHILD = "answerable.response.channel_health.reading.child"
_pools: dict[int, Readers] = {}


class Unread(Exception):
    """A document that was not read: `code` is one of the sources' reasons."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def readers() -> Readers:
    """Give this process's pool; a forked process gets its own. One child is enough: hosts are asked one by one."""
    pool = _pools.get(os.getpid())
    if pool is None:
        _pools.clear()
        pool = _pools[os.getpid()] = Readers(most=1, module=CHILD)
        atexit.register(pool.close)
    return pool


def facts_of(answer: Answer, *, today: date, selector: str = "", barriers: bool = False) -> PageFacts:
    """Read one page, or raise Unread."""
    head = {"task": "page", "today": today.isoformat(), "selector": selector, "barriers": barriers}
    told = _asked(head, answer)
    try:
        return read_page(told)
    except (ValueError, TypeError, KeyError):
        raise Unread("reader_died") from None


def places_in(answer: Answer) -> tuple[Place, ...]:
    """Read one sitemap, or raise Unread."""
    told = _asked({"task": "sitemap"}, answer)
    try:
        return read_places(told)
    except (ValueError, TypeError, KeyError):
        raise Unread("reader_died") from None


def _asked(head: dict[str, Any], answer: Answer) -> dict[str, Any]:
    if len(answer.body) > LARGEST:
        raise Unread("too_large")
    whole = {
        **head,
        "status": answer.status,
        "headers": dict(answer.headers),
        "final_url": answer.final_url,
    }
    try:
        told = json.loads(readers().ask(wire.task_line(whole, len(answer.body)) + answer.body))
    except Stopped as stopped:
        raise Unread(stopped.code) from None
    except ValueError:
        raise Unread("reader_died") from None
    if not isinstance(told, dict) or "refused" in told:
        raise Unread(str(told.get("refused", "")) if isinstance(told, dict) else "reader_died")
    return told
