"""Decisions of the room on plain values: no Django tables, no clock."""
