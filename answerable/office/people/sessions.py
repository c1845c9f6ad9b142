"""Sessions in a table of our own, with two ends: so long after the last click, and so long after signing in.

A row knows whose session it is, so that its owner can see it and end it. Nothing is kept of what was looked at; the
end of the idle time moves at most every tenth of it, so that looking at pages is not writing.
"""

import hashlib
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.db import DatabaseError

from answerable.kernel import clock
from answerable.office.people.models import WebSession

#: What a session keeps from its signing in: when, with what, on what.
BEGAN, METHODS, DEVICE = "signed_in_at", "signed_in_with", "signed_in_on"


def handle_of(session_key: str) -> str:
    """Give a name for a session that may stand on a page: from it nobody gets to the key."""
    return hashlib.sha256(session_key.encode()).hexdigest()[:24]


class SessionStore(db.SessionStore):
    """Django's sessions in the database, with an idle end (`expire_date`) and one that nothing moves (`BEGAN`)."""

    @classmethod
    def get_model_class(cls) -> type[WebSession]:
        """Give the table."""
        return WebSession

    def get_session_cookie_age(self) -> int:
        """Give the seconds that a session lives without a click."""
        return int(settings.SESSION_IDLE_SECONDS)

    def create_model_instance(self, data: dict[str, Any]) -> WebSession:
        """Make the row of a session; one in which somebody signed in knows whose it is."""
        row: Any = super().create_model_instance(data)
        owner, began = data.get(SESSION_KEY), data.get(BEGAN)
        row.account_id = int(owner) if owner else None
        row.began_at = datetime.fromisoformat(began) if began else None
        row.methods, row.device = data.get(METHODS, ""), data.get(DEVICE, "")
        self._ends: datetime | None = row.expire_date
        made: WebSession = row
        return made

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

    def _get_session_from_db(self) -> WebSession | None:
        row: WebSession | None = super()._get_session_from_db()  # type: ignore[misc]
        self._ends = row.expire_date if row else None
        return row

    def touch(self, *, at: datetime) -> None:
        """Move the idle end on; a database that cannot be written to keeps nobody from reading."""
        idle = timedelta(seconds=settings.SESSION_IDLE_SECONDS)
        ends = getattr(self, "_ends", None)
        if self.session_key is None or ends is None or ends - at > idle * 0.9:
            return
        with suppress(DatabaseError):
            WebSession.objects.filter(session_key=self.session_key).update(expire_date=at + idle)
            self._ends = at + idle
