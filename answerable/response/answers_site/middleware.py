"""Leads requests for the public site around everything that is made for people who sign in.

Session, language by cookie, sign-in and messages would each put a cookie or a `Vary` on pages that say the same to
everybody, and would let no cache keep them.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from answerable.response.answers_site.views import public

FRONT = "/answers/"
ROBOTS = "/robots.txt"


class PublicSiteMiddleware:
    """Answers what lies below /answers/, and /robots.txt, at once."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info == ROBOTS:
            request.get_host()
            return public.page(request, name="robots")
        if not request.path_info.startswith(FRONT):
            return self.get_response(request)
        request.get_host()  # refuses names that are not ours, as everywhere else
        try:
            found = resolve(request.path_info)
        except Resolver404:
            return _elsewhere(request)
        view: Callable[..., HttpResponse] = found.func
        return view(request, *found.args, **found.kwargs)


def _elsewhere(request: HttpRequest) -> HttpResponse:
    """Put the last stroke to an address that lacks it; else say that there is nothing."""
    if not request.path_info.endswith("/") and request.method in ("GET", "HEAD"):
        try:
            resolve(request.path_info + "/")
        except Resolver404:
            pass
        else:
            response = public.dressed(HttpResponse(status=301))
            response["Location"] = request.path + "/"
            response["Cache-Control"] = public.CACHED
            return response
    language = "en" if request.path_info.startswith(f"{FRONT}en/") else "zh"
    return public.missing(request, language)
