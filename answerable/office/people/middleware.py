"""Puts the actor on each request, lets idle sessions end, and asks for a second factor where the body wants one."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from answerable.kernel import clock
from answerable.office.people import queries

Answer = Callable[[HttpRequest], HttpResponse]
#: Set in the session once its account is known to have a second factor.
FACTOR = "second_factor"
#: Ways in that the body's own provider or a second factor guards already.
GUARDED = ("mfa", "socialaccount")
#: Where somebody goes who has yet to set a second factor up.
OPEN = ("/accounts/", "/static/", "/i18n/", "/system/standstill/")
#: What a page asks by itself while nobody looks does not keep a session alive.
BY_ITSELF = "X-By-Itself"


class ActorMiddleware:
    """Works out, when first asked, who the signed-in account acts as now."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: queries.actor_for(request.user, at=clock.now()))  # type: ignore[attr-defined]
        return self.get_response(request)


class SessionEndsMiddleware:
    """Moves the idle end of a session on with every click, and not with what a page asks by itself."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        # Only a session that was read: a page that knows nobody asks for none.
        if request.session.accessed and BY_ITSELF not in request.headers:
            request.session.touch(at=clock.now())  # type: ignore[attr-defined]
        return answer


class SecondFactorMiddleware:
    """Leads whoever came in by a password alone to setting a second factor up, where the body requires one."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            not settings.SECOND_FACTOR_REQUIRED
            or request.path.startswith(OPEN)
            or not request.user.is_authenticated
            or _is_guarded(request)
        ):
            return self.get_response(request)
        if "HX-Request" not in request.headers:
            messages.warning(request, _("Set up a second factor first: this body requires one of everybody."))
        return redirect("mfa_index")


def _is_guarded(request: HttpRequest) -> bool:
    records = request.session.get("account_authentication_methods", [])
    if request.session.get(FACTOR) or any(record.get("method") in GUARDED for record in records):
        return True
    second = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    found = bool(Authenticator.objects.filter(user=request.user.pk, type__in=second).exists())
    if found:
        request.session[FACTOR] = True
    return found
