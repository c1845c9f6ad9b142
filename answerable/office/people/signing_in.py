"""How accounts sign in: no public sign-up, a delay that grows with failures, names as people know them."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from axes.models import AccessAttempt
from django.conf import settings
from django.http import HttpRequest

#: The first lock-out; each further series of failures doubles it, up to the longest. Never for good: whoever knows
#: somebody's name could keep them out otherwise.
FIRST_DELAY = timedelta(minutes=1)
LONGEST_DELAY = timedelta(hours=1)


def delay_after(failures: int, limit: int) -> timedelta:
    """Say how long nobody may try again after so many failures in a row."""
    doublings = min(max(failures - limit, 0), 16)
    return min(FIRST_DELAY * (1 << doublings), LONGEST_DELAY)


def name_tried(request: HttpRequest | None, credentials: Mapping[str, Any] | None = None) -> str:
    """Give the name that somebody tries to sign in with, the same however it is written or handed on."""
    typed = request.POST.get("login", "") if request is not None else ""
    given = credentials or {}
    return str(typed or given.get("username") or given.get("email") or "").strip().casefold()[:255]


def cool_off(request: HttpRequest | None = None) -> timedelta:
    """Give the lock-out for the account that this request tries."""
    attempts = AccessAttempt.objects.filter(username=name_tried(request))
    failures = max(attempts.values_list("failures_since_start", flat=True), default=0)
    return delay_after(failures, settings.AXES_FAILURE_LIMIT)


class Adapter(DefaultAccountAdapter):
    """Accounts are made by an administrator, never by whoever comes along."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no: there is no public sign-up."""
        return False


def display_name(user: Any) -> str:
    """Name an account by its person, where it has one."""
    return str(user.person.name) if user.person_id else str(user.get_username())
