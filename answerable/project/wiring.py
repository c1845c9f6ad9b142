"""Which news causes which action: one row each."""

from answerable.kernel.events import Reaction, react

#: (event, reaction). A reaction runs inside the publisher's transaction; slow work is enqueued there.
WIRING: list[tuple[type, Reaction]] = []


def connect() -> None:
    """Put the wiring in force."""
    for event_type, reaction in WIRING:
        react(event_type, reaction)
