"""Raised inside a kind to end a document with a reason; `read_safely` turns it into a Reading."""

from answerable.listening.sources.kinds.exchange import Memory, Outcome, Reading, Refused


class NotReadable(Exception):
    """This document is refused, for a reason that a person can read."""

    def __init__(self, code: str, **details: str | int) -> None:
        super().__init__(code)
        self.refused = Refused(code, details)


def refusal(code: str, memory: Memory, *, retry_after_s: int | None = None, **details: str | int) -> Reading:
    """Give the Reading of a refused document."""
    return Reading(Outcome.REFUSED, (), (Refused(code, details),), memory, retry_after_s=retry_after_s)
