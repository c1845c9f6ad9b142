"""Leads whoever answers around everything that would know them: session, cookies, sign-in, activity."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from answerable.governance.questionnaires.views import slips

FRONT = "/govern/questionnaires/answer/"


class SlipMiddleware:
    """Answers what lies below the address printed on slips, at once."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(FRONT):
            return self.get_response(request)
        request.get_host()  # refuses names that are not ours, as everywhere else
        try:
            found = resolve(request.path_info)
        except Resolver404:
            return slips.elsewhere(request)
        view: Callable[..., HttpResponse] = found.func
        return view(request, *found.args, **found.kwargs)
