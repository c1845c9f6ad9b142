"""The first page."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from answerable.home import queries
from answerable.kernel import clock
from answerable.web.requests import Request


@login_required
@require_GET
def home(request: Request) -> HttpResponse:
    """Show the morning; whoever may not listen sees where to go instead."""
    if not request.actor.may("listen.read"):
        return render(request, "home/elsewhere.html")
    now = clock.now()
    return render(
        request, "home/morning.html", {"morning": queries.morning(request.actor, at=now), "now": now}
    )
