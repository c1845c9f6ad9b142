"""The only reads of the room."""
