"""Subjects and links of the room's things."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language

from answerable.office.review.rules import name_in


def subject_of_channel(channel: int) -> str:
    """Give the subject under which a channel is reviewed and timed."""
    return f"channel:{channel}"


def subject_of_piece(piece: int) -> str:
    """Give the subject under which a piece is reviewed."""
    return f"piece:{piece}"


def of_subject(subject: str, kind: str) -> int | None:
    """Give the id in a subject of this kind; None for another's."""
    head, _colon, number = subject.partition(":")
    return int(number) if head == kind and number.isdecimal() else None


def link_to_channel(channel: int) -> str:
    """Give the page of a channel."""
    return reverse("channels:one", args=[channel])


def link_to_piece(piece: int) -> str:
    """Give the page of a piece."""
    return reverse("channels:piece", args=[piece])


def step_name(reader: Mapping[str, Any]) -> str:
    """Give what a reader of the log did, in the language of whoever looks; older rows know it in one language only."""
    return name_in(reader.get("names", {}), get_language() or "en") or str(reader["step"])
