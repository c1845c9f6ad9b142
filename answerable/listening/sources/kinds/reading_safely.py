"""Runs one kind on one document so that it ends as a Reading, whatever the document does."""

from datetime import datetime
from typing import Any

from answerable.listening.sources.kinds.conditional import remembered, verdict
from answerable.listening.sources.kinds.exchange import Answer, Kind, Memory, Outcome, Reading
from answerable.listening.sources.kinds.refusal import NotReadable, refusal


def read_safely(kind: Kind, answer: Answer, settings: Any, memory: Memory, at: datetime) -> Reading:
    """Read one document with one kind; a refusal carries its reason, and nothing is raised."""
    early = verdict(answer, memory, at)
    if early is not None:
        return early
    try:
        reading = kind.read(answer, settings, memory, at)
    except NotReadable as error:
        return Reading(Outcome.REFUSED, (), (error.refused,), memory)
    except MemoryError:
        return refusal("too_much_memory", memory)
    except RecursionError:
        return refusal("unreadable", memory)
    except Exception:  # noqa: BLE001 - foreign parsers raise 23 kinds of exceptions on damaged documents
        return refusal("unreadable", memory)
    # Validators are kept only after a document that was read: a refused one must come whole again.
    return reading if reading.outcome is not Outcome.READ else _with_validators(reading, answer)


def _with_validators(reading: Reading, answer: Answer) -> Reading:
    return Reading(
        reading.outcome,
        reading.items,
        reading.refused,
        remembered(reading.memory, answer),
        reading.notes,
        reading.retry_after_s,
        reading.title,
        reading.masked,
    )
