"""Decisions about cases, on plain values."""
