"""Turns anticipated errors into a page with one sentence and a next step."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.kernel.errors import Anticipated


class AnticipatedMiddleware:
    """Shows the sentence of an anticipated error; every other error stays loud."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer an anticipated error with its page."""
        if not isinstance(exception, Anticipated):
            return None
        return render(request, "web/anticipated.html", {"error": exception}, status=exception.status)
