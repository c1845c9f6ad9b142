"""Sessions with an end: so long after somebody signed in, whatever they did meanwhile, they sign in again."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends import db

from answerable.kernel import clock

#: Where a session keeps when its owner signed in.
BEGAN = "signed_in_at"


class SessionStore(db.SessionStore):
    """Django's sessions in the database; its own end moves with every change, this one does not."""

    def load(self) -> dict[str, Any]:
        """Read a session; one that has lasted its time is no session any more."""
        found: dict[str, Any] = super().load()
        began = found.get(BEGAN)
        if (
            began
            and (clock.now() - datetime.fromisoformat(began)).total_seconds() > settings.SESSION_COOKIE_AGE
        ):
            self.delete(self.session_key)
            self._session_key = None
            return {}
        return found
