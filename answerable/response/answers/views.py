"""Pages of the room: each reads the clock and the actor and calls one query or action."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from answerable.response.answers import queries
from answerable.response.answers.queries.door import answer_for
from answerable.web.requests import Request


@login_required
@require_GET
def one(request: Request, answer: int) -> HttpResponse:
    """Show one answer with its history."""
    row = answer_for(request.actor, answer)
    published = queries.published_of([row.pk]).get(row.pk)
    return render(request, "answers/one.html", {"answer": row, "published": published})
