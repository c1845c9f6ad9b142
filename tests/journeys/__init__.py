"""Journeys through the served application in a real browser."""
