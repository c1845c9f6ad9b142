"""Slow work of the room: polling, fetching articles, looking up feeds, reading imports, daily upkeep."""

from answerable.listening.sources.jobs.articles import fetch_articles
from answerable.listening.sources.jobs.polling import poll_due
from answerable.listening.sources.jobs.upkeep import upkeep

__all__ = ["fetch_articles", "poll_due", "upkeep"]
