"""Passages that several kinds share, each read from one room below."""
