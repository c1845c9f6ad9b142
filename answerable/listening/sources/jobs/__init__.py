"""Slow work of the room: polling, fetching articles, looking up feeds, reading imports, daily upkeep."""

from answerable.kernel.jobs.actions import enqueue_once
from answerable.listening.sources.events import ImportHandedIn, LookupAsked, SourceDue
from answerable.listening.sources.jobs.articles import fetch_articles
from answerable.listening.sources.jobs.discovering import look_up, read_import
from answerable.listening.sources.jobs.polling import poll_due
from answerable.listening.sources.jobs.upkeep import upkeep

__all__ = ["fetch_articles", "look_up", "poll_due", "read_import", "upkeep"]


def queue_lookup(event: LookupAsked) -> None:
    """Let a worker search the addresses of a look-up."""
    enqueue_once(look_up, f"sources.look_up:{event.lookup}", lookup=event.lookup)


def queue_poll(_event: SourceDue) -> None:
    """Let a worker poll now what a person wants polled; one queued round is enough for many."""
    enqueue_once(poll_due, "sources.poll_due")


def queue_import(event: ImportHandedIn) -> None:
    """Let a worker read a file that was handed in."""
    enqueue_once(read_import, f"sources.read_import:{event.handed_in}", handed_in=event.handed_in)
