"""What the log says of signing in: which account, from where, and what. Never a password, nor the name that was tried.

Whoever mistypes writes a password where a name belongs, so a failed attempt is told by its address alone.
"""

import logging
from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as factors
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_login_failed
from django.http import HttpRequest

from answerable.kernel import clock
from answerable.office.people.actions import forget_ended
from answerable.office.people.middleware import FACTOR
from answerable.office.people.rules.devices import device_words
from answerable.office.people.sessions import BEGAN, DEVICE, METHODS

log = logging.getLogger("answerable.security")


def note(what: str, request: HttpRequest | None, number: int | None = None, **more: object) -> None:
    """Write one line: the event, the number of the account where it is known, and the address it came from."""
    address = request.META.get("REMOTE_ADDR", "") if request is not None else ""
    told = {"event": what, "account": number, "from": address, **more}
    log.info(" ".join(f"{key}={value}" for key, value in told.items()), extra=told)


def signed_in(request: HttpRequest, user: Any, **_rest: object) -> None:
    """Note who signed in and how, and from when their session counts."""
    at = clock.now()
    records = request.session.get("account_authentication_methods", [])
    methods = "+".join(str(one.get("type") or one.get("method")) for one in records)
    request.session[BEGAN] = at.isoformat()
    request.session[METHODS] = methods[:60]
    request.session[DEVICE] = device_words(request.headers.get("User-Agent", ""))
    forget_ended(at=at)
    note("signed_in", request, user.pk, by=methods or "password")


def refused_at_the_door(request: HttpRequest | None = None, **_rest: object) -> None:
    """Note that a name and a password did not fit."""
    note("sign_in_failed", request)


def locked_out(request: HttpRequest | None = None, **_rest: object) -> None:
    """Note that a name rests after too many failures."""
    note("locked_out", request)


def _noting(what: str) -> Any:
    def receiver(request: HttpRequest, user: Any, **_rest: object) -> None:
        if what == "factor_removed":
            request.session.pop(FACTOR, None)
        note(what, request, getattr(user, "pk", None))

    return receiver


#: The events that need no more than their name.
NOTED = {
    account.user_logged_out: _noting("signed_out"),
    account.password_set: _noting("password_set"),
    account.password_changed: _noting("password_changed"),
    account.password_reset: _noting("password_set_by_link"),
    factors.authenticator_added: _noting("factor_added"),
    factors.authenticator_removed: _noting("factor_removed"),
    factors.authenticator_reset: _noting("factor_renewed"),
}


def listen() -> None:
    """Hear the events of signing in, once."""
    account.user_logged_in.connect(signed_in, dispatch_uid="security_log")
    user_login_failed.connect(refused_at_the_door, dispatch_uid="security_log")
    user_locked_out.connect(locked_out, dispatch_uid="security_log")
    for event, receiver in NOTED.items():
        event.connect(receiver, dispatch_uid="security_log")
