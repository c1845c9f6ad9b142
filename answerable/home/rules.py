"""When the morning is told."""

from datetime import datetime

#: Office hours begin at eight; a worker that stood still then tells until eleven, later it is no morning any more.
FROM_HOUR, UNTIL_HOUR = 8, 11


def is_morning(local: datetime) -> bool:
    """Say whether the morning is to be told at this local time."""
    return FROM_HOUR <= local.hour < UNTIL_HOUR


def key_of(local: datetime) -> str:
    """Give the key by which one day's morning is told once."""
    return f"morning:{local:%Y-%m-%d}"
