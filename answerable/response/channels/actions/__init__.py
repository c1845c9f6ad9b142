"""The only writers of the room."""

from answerable.response.channels.actions.sleeping import note_dormant, wake

__all__ = ["note_dormant", "wake"]
