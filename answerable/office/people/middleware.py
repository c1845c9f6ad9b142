"""Puts the actor on each request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from answerable.kernel import clock
from answerable.office.people import queries


class ActorMiddleware:
    """Works out, when first asked, who the signed-in account acts as now."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: queries.actor_for(request.user, at=clock.now()))  # type: ignore[attr-defined]
        return self.get_response(request)
