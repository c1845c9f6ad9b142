"""Reading people: the door through which access is decided."""

from datetime import datetime
from typing import Any

from answerable.kernel.actor import NOBODY, Actor


def actor_for(user: Any, *, at: datetime) -> Actor:
    """Say who a signed-in account acts as at this moment: its posts, its reach, its abilities."""
    if not user.is_authenticated:
        return NOBODY
    return Actor(kind="person", name=str(user), account=user.pk, person=user.person_id)
