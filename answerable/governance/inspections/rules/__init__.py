"""Decisions on plain values: lots, pairings, states, scores."""
