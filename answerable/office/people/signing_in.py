"""How accounts sign in: no public sign-up, a delay that grows with failures, names as people know them."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.internal.userkit import filter_users_by_email, get_user_by_username
from axes.handlers.database import AxesDatabaseHandler
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from answerable.kernel import clock
from answerable.office.people import queries

#: The first lock-out; each further failure doubles it, up to the longest. Never for good: whoever knows
#: somebody's name could keep them out otherwise.
FIRST_DELAY = timedelta(minutes=1)
LONGEST_DELAY = timedelta(hours=1)
#: Shorter words of the body say nothing; Chinese ones are short.
SHORTEST_WORD, SHORTEST_CHINESE = 4, 2


def delay_after(failures: int, limit: int) -> timedelta:
    """Say how long nobody may try again after so many failures in a row."""
    doublings = min(max(failures - limit, 0), 16)
    return min(FIRST_DELAY * (1 << doublings), LONGEST_DELAY)


def name_tried(request: HttpRequest | None, credentials: Mapping[str, Any] | None = None) -> str:
    """Give the name that somebody tries to sign in with, the same however it is written or handed on."""
    typed = request.POST.get("login", "") if request is not None else ""
    given = credentials or {}
    return str(typed or given.get("username") or given.get("email") or "").strip().casefold()[:255]


class GrowingLockOut(AxesDatabaseHandler):
    """Refuses for a time that doubles with every failure past the limit; failures are remembered for a day.

    The library's own rule forgets all failures when its lock ends, so that whoever waits a minute may try on at the
    same pace for ever. Here a slow guesser gets the same few tries a day as a quick one.
    """

    def is_locked(self, request: HttpRequest, credentials: Any = None) -> bool:
        """Say whether this name rests now, for this address."""
        failures = self.get_failures(request, credentials)
        if failures < settings.AXES_FAILURE_LIMIT:
            return False
        last = max(
            attempt.attempt_time for rows in self.get_user_attempts(request, credentials) for attempt in rows
        )
        return clock.now() < last + delay_after(failures, settings.AXES_FAILURE_LIMIT)


class Adapter(DefaultAccountAdapter):
    """Accounts are made by an administrator, never by whoever comes along."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no: there is no public sign-up."""
        return False


def display_name(user: Any) -> str:
    """Name an account by its person, where it has one."""
    return str(user.person.name) if user.person_id else str(user.get_username())


class OnePassword(AuthenticationBackend):
    """Checks exactly one password, whatever name is tried: the time of an answer tells nothing about names.

    The library's own backend checks the password of a known e-mail address twice. An address that several accounts
    share opens none of them.
    """

    def _authenticate(self, request: HttpRequest | None, **credentials: Any) -> Any:
        """Find the one account by name, else by address, and check its password."""
        name = str(credentials.get("username") or credentials.get("email") or "")
        account = get_user_by_username(name)
        if account is None:
            found = filter_users_by_email(name, prefer_verified=True, for_login=True)
            account = found[0] if len(found) == 1 else None
        return self._check_password(account, str(credentials.get("password") or ""))


class NoWordOfTheBody:
    """Refuses a password that holds a word of the body: a unit's name or short name, or the house's address."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError, naming the word."""
        typed = password.casefold()
        hosts = {label for host in settings.ALLOWED_HOSTS for label in host.split(".")}
        for word in sorted(hosts | queries.words_of_the_body()):
            shortest = SHORTEST_WORD if word.isascii() else SHORTEST_CHINESE
            if len(word) >= shortest and word.casefold() in typed:
                raise ValidationError(
                    _("The password holds “%(word)s”, a word of this body."), params={"word": word}
                )

    def get_help_text(self) -> str:
        """Say what the password must not hold."""
        return _("Your password must not hold the name of a unit or of this house.")
