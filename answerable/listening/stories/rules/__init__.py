"""Decisions of the room on plain values: counting hours, steps of the stream, trends, looks, differences."""
