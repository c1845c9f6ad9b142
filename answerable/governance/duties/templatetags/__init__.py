"""Marks and words of the room in templates."""
