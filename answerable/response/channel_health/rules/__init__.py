"""Decisions of the room on plain values: limits, standing, dates, links, freshness."""
