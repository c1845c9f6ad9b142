"""The first page."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from answerable.home import queries
from answerable.home.words import head_lines, lines
from answerable.kernel import clock
from answerable.web.requests import Request


@require_safe
def morning(request: Request) -> HttpResponse:
    """Show the morning; somebody without a post is told how to get one."""
    if request.actor.kind != "person":
        return redirect_to_login(request.get_full_path())
    if not request.actor.may(queries.READ):
        return render(request, "home/without_post.html")
    at = clock.now()
    found = queries.morning(request.actor, at=at)
    context = {
        "morning": found,
        # The bell of the frame shows what is counted here already.
        "unread": found.unread,
        "at": at,
        "lines": lines(found),
        "head_lines": head_lines(found.head),
        "may_add": request.actor.may("sources.keep"),
        "may_watch": request.actor.may("watches.keep"),
    }
    return render(request, "home/new.html" if found.is_new else "home/morning.html", context)
