"""Permanent addresses of published answers."""

import re
import unicodedata
from datetime import date

#: Long enough to read, short enough to dictate.
MOST = 60


def slug(title: str, answer: int, day: date) -> str:
    """Make the address of an answer: its day, its words where they are Latin, and its number, which makes it unique."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(words) > MOST:
        words = words[:MOST].rsplit("-", 1)[0]
    middle = f"-{words}" if len(words) >= 3 and any(sign.isalpha() for sign in words) else ""
    return f"{day:%Y-%m-%d}{middle}-{answer}"
