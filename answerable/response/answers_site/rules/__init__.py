"""Decisions of the public site on plain values."""
