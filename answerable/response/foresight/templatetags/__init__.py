"""Marks and words of the room for templates."""
