"""Pages on which the keeper of a site says what is looked at."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.response.channel_health import actions, queries
from answerable.response.channel_health.actions.entering import need_keeper
from answerable.response.channel_health.forms import ColumnForm, SiteForm
from answerable.web.requests import Request


@require_http_methods(["GET", "POST"])
def settings(request: Request, channel: int) -> HttpResponse:
    """Set where messages of a site go and how much of it is looked at."""
    need_keeper(request.actor, channel)
    found = queries.channel_page(request.actor, channel, at=clock.now())
    site = found.site
    names = ("consultation", "letters_here", "pages_a_day", "paused")
    first: dict[str, Any] = {name: getattr(site, name) for name in names} if site else {"pages_a_day": 300}
    form = SiteForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_site(channel, form.draft(), by=request.actor, at=clock.now())
            messages.success(request, _("Saved. It holds from the next look on."))
            return redirect("channel_health:one", channel)
        except Anticipated as refused:
            form.add_error("consultation", str(refused))
    return render(request, "channel_health/settings.html", {"page": found, "form": form})


@require_http_methods(["GET", "POST"])
def add_column(request: Request, channel: int) -> HttpResponse:
    """Name a column that is to stay fresh."""
    need_keeper(request.actor, channel)
    found = queries.channel_page(request.actor, channel, at=clock.now())
    form = ColumnForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_column(channel, form.draft(), by=request.actor, at=clock.now())
            messages.success(request, _("The column is looked at from the next look on."))
            return redirect("channel_health:one", channel)
        except Anticipated as refused:
            form.add_error("address", str(refused))
    return render(request, "channel_health/column.html", {"page": found, "form": form})


@require_POST
def drop_column(request: Request, channel: int, column: int) -> HttpResponse:
    """Take a column out."""
    actions.drop_column(channel, column, by=request.actor, at=clock.now())
    messages.success(request, _("The column is no longer looked at."))
    return redirect("channel_health:one", channel)
