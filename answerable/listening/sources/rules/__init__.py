"""Decisions of the room on plain values: states, timing, identity, differences, lists of sources."""
