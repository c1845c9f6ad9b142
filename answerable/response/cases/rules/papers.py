"""Reports upward: their kinds, and the hash that freezes what was sent."""

import hashlib
from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class PaperKind(StrEnum):
    """The reports that go upward while a case is handled, in their order."""

    VERBAL = "verbal"
    FIRST = "first"
    FOLLOW_UP = "follow_up"
    FINAL = "final"


PAPER_NAMES = {
    PaperKind.VERBAL: _("First verbal report"),
    PaperKind.FIRST: _("First written report"),
    PaperKind.FOLLOW_UP: _("Follow-up report"),
    PaperKind.FINAL: _("Final report"),
}
#: The stage of the rule e-major-report that a paper meets once it is sent.
STAGE_OF = {PaperKind.VERBAL: "verbal_report", PaperKind.FIRST: "written_report"}


def paper_hash(number: str, to: str, title: str, text: str, signed: str) -> str:
    """Hash a report as it was sent: its number, addressee, title, text and who signed it."""
    parts = (number, to, title, text, signed)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def paper_number(year: int, number: int) -> str:
    """Write a report's number in the body's own list: 2026-7."""
    return f"{year}-{number}"
