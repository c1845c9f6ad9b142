"""The buttons of a source: pause, resume, stop, poll now, follow or decline a move, renew a secret."""

import secrets
from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from answerable.kernel import clock
from answerable.listening.sources import actions
from answerable.listening.sources.actions.receiving import SECRET_BYTES
from answerable.web.requests import Request


def show_new_secret(request: Request, source: int, at: datetime) -> None:
    """Make a new secret and let the next page show it: the session carries it there and forgets it."""
    secret = actions.renew_secret(source, secrets.token_bytes(SECRET_BYTES), by=request.actor, at=at)
    request.session[f"secret:{source}"] = secret


Carry = Callable[[Request, int, datetime], None]
#: Button -> what it does, and what the page says afterwards.
BUTTONS: dict[str, tuple[Carry, str | Promise]] = {
    "pause": (
        lambda request, source, at: actions.pause_source(source, by=request.actor, at=at),
        _("Paused. It is not polled until somebody resumes it."),
    ),
    "resume": (
        lambda request, source, at: actions.resume_source(source, by=request.actor, at=at),
        _("Resumed. It is polled within a minute."),
    ),
    "stop": (
        lambda request, source, at: actions.stop_source(source, by=request.actor, at=at),
        _("Stopped. Its items stay until their retention ends."),
    ),
    "poll-now": (
        lambda request, source, at: actions.poll_now(source, by=request.actor, at=at),
        _("It is polled within a minute."),
    ),
    "confirm": (
        lambda request, source, at: actions.confirm_move(source, by=request.actor, at=at),
        _("The new address is read from now on."),
    ),
    "decline": (
        lambda request, source, at: actions.decline_move(source, by=request.actor, at=at),
        _("The move was not followed; the source is paused."),
    ),
    "renew-secret": (show_new_secret, _("There is a new secret. Copy it now: it is shown only this once.")),
}


@require_POST
def move(request: Request, source: int, move: str) -> HttpResponse:
    """Carry out one button of a source and go back to its page."""
    if move not in BUTTONS:
        raise Http404
    carry_out, said = BUTTONS[move]
    carry_out(request, source, clock.now())
    messages.success(request, str(said))
    return redirect("sources:source", source=source)
