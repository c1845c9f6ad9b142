"""Who calls, and how often they may."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.errors import HttpError
from ninja.security import HttpBearer
from ninja.throttling import SimpleRateThrottle

from answerable.kernel import clock
from answerable.kernel.actor import Actor
from answerable.office.people import queries as people
from answerable.project.api.actions import note_use
from answerable.project.api.queries import valid_token
from answerable.project.api.rules import CALLS_A_MINUTE, READ, Scope
from answerable.project.models import Token


class Bearer(HttpBearer):
    """Takes a token from the Authorization header; the call then reads as the token's account, and only reads."""

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        """Give the token when it is valid now and has the scope."""
        now = clock.now()
        found = valid_token(token, at=now)
        if found is None:
            return None
        if self.scope not in found.scopes:
            raise HttpError(
                403,
                _("This token may not read that. Make one with the scope “%(scope)s”.")
                % {"scope": self.scope},
            )
        if found.last_used_on != now.date():
            note_use(found.pk, now.date())
        request.actor = _reader(people.actor_for(found.account, at=now))  # type: ignore[attr-defined]
        return found


def _reader(actor: Actor) -> Actor:
    """Take everything but reading from an actor."""
    return Actor(
        kind=actor.kind,
        name=actor.name,
        account=actor.account,
        person=actor.person,
        posts=actor.posts,
        units=actor.units,
        abilities=actor.abilities & READ,
    )


class Pace(SimpleRateThrottle):
    """So many calls a minute and token, counted over all processes."""

    scope = "token"

    def __init__(self, rate: str = f"{CALLS_A_MINUTE}/m") -> None:
        super().__init__(rate)

    def get_cache_key(self, request: HttpRequest) -> str | None:
        """Count by token."""
        return f"api:{request.auth.pk}"  # type: ignore[attr-defined]
