"""Decisions of the room on plain values: kinds and states, the canonical wording, markup, hints, findings."""
