"""The only writers of the room."""

from answerable.listening.sources.actions.outbox import settle

__all__ = ["settle"]
