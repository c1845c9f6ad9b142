"""Headers that every page carries, and anticipated errors as a page with one sentence and a next step."""

import logging
from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.kernel.errors import Anticipated, NotAllowed

security = logging.getLogger("answerable.security")

#: What no page of ours asks of a browser, so that nothing put into one can either.
PERMISSIONS = (
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), "
    "gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()"
)


class ProxyMiddleware:
    """Puts the visitor's address in the place of the proxy's, where the house says how many proxies it has.

    Each proxy appends who called it, so the last so many entries are true and everything before them is hearsay:
    a visitor who writes a header of their own changes nothing. Lock-out and rate limits count by this address.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        told = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
        if settings.PROXIES and len(told) >= settings.PROXIES and _is_address(told[-settings.PROXIES]):
            request.META["REMOTE_ADDR"] = told[-settings.PROXIES]
        return self.get_response(request)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


class HeadersMiddleware:
    """Keeps pages out of shared and stale caches, other sites out of our resources, and devices out of pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cache-Control", "no-store")
        return response


def _note_refusal(request: HttpRequest) -> None:
    """Write down that somebody was refused: who, from where, and what. Codes that stand in addresses are left out."""
    match = request.resolver_match
    numbers = {name: value for name, value in match.kwargs.items() if isinstance(value, int)} if match else {}
    told = {
        "event": "refused",
        "account": request.user.pk,
        "from": request.META.get("REMOTE_ADDR", ""),
        "method": request.method,
        "route": match.route if match else "",
        "of": numbers,
    }
    security.info(" ".join(f"{key}={value}" for key, value in told.items()), extra=told)


class AnticipatedMiddleware:
    """Shows the sentence of an anticipated error; every other error stays loud."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer an anticipated error: with its page, or, to a part of a page, with its sentence on top of it."""
        if not isinstance(exception, Anticipated):
            return None
        signed_in = request.user.is_authenticated
        if isinstance(exception, NotAllowed):
            _note_refusal(request)
        if isinstance(exception, NotAllowed) and not signed_in and request.method in ("GET", "HEAD"):
            return redirect_to_login(request.get_full_path())
        context = {"error": exception, "frame": "web/shell.html" if signed_in else "web/plain.html"}
        if request.headers.get("HX-Request"):
            response = render(request, "web/components/refusal.html", context, status=exception.status)
            # app.js lets htmx put an answer that names its own place there, although it is an error.
            response["HX-Retarget"], response["HX-Reswap"] = "#an-refusal", "innerHTML"
            return response
        return render(request, "web/anticipated.html", context, status=exception.status)
