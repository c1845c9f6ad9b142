"""News that travels upward: a room publishes what happened, `project.wiring` says what follows.

Reactions run at once and inside the publisher's transaction, so that either all of it happened or none.
Slow work belongs in a job that the reaction enqueues.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

Reaction = Callable[[Any], object]
_reactions: dict[type, list[Reaction]] = defaultdict(list)


def react(event_type: type, reaction: Reaction) -> None:
    """Let a reaction follow an event; the same pair twice counts once."""
    if reaction not in _reactions[event_type]:
        _reactions[event_type].append(reaction)


def publish(event: object) -> None:
    """Tell everybody who was wired to this kind of event."""
    for reaction in _reactions[type(event)]:
        reaction(event)
