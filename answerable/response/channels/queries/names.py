"""Subjects and links of the room's things."""

from django.urls import reverse


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
