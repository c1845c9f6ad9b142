"""The register: the list, one channel, an application."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.office.people import queries as people
from answerable.response.channels import actions
from answerable.response.channels.forms import (
    ApplicationForm,
    DeliveryForm,
    FilingForm,
    HandOverForm,
    ReasonForm,
    RegisterFilter,
    initial_of_channel,
)
from answerable.response.channels.queries.door import KEEP, channel_for
from answerable.response.channels.queries.pages import (
    PAGE_SIZE,
    ChannelPage,
    RegisterWish,
    channel_page,
    keeping_posts,
    register,
)
from answerable.web.requests import Request


def number(text: str | None, fallback: int = 0) -> int:
    """Read a number from an address."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else fallback


@require_safe
def table(request: Request) -> HttpResponse:
    """List channels; tab and filters are in the address."""
    asked = request.GET
    wish = RegisterWish(
        asked.get("tab", "live"),
        asked.get("words", "")[:200],
        asked.get("kind", ""),
        number(asked.get("page"), 1),
    )
    found = register(request.actor, wish, at=clock.now())
    names = {
        "live": pgettext("channels", "In use"),
        "coming": pgettext("channels", "Being opened"),
        "closed": pgettext("channels", "Closed"),
        "all": _("All"),
    }
    context = {
        "register": found,
        "wish": wish,
        "tabs": [(key, name, found.counts[key]) for key, name in names.items()],
        "form": RegisterFilter(asked),
        "may_apply": request.actor.may(KEEP),
        "is_filtered": bool(wish.words or wish.kind),
        "pages": Paginator(range(found.total), PAGE_SIZE).get_page(found.page),
    }
    return render(request, "channels/list.html", context)


@require_safe
def one(request: Request, channel: int) -> HttpResponse:
    """Show one channel."""
    return show(request, channel_page(request.actor, channel, at=clock.now()))


def show(request: Request, page: ChannelPage, **more: Any) -> HttpResponse:
    """Render the page of a channel with its forms."""
    status = more.pop("status", 200)
    context = {
        "page": page,
        "filing": FilingForm(initial={"on": people.day_of(clock.now())}),
        # Both forms ask for a reason on one page: each field has an id of its own.
        "sleep": ReasonForm(auto_id="sleep_%s"),
        "close": ReasonForm(auto_id="close_%s"),
        "hand": HandOverForm(),
        "delivery": DeliveryForm(
            platform=page.row.platform, initial={"delivery": page.delivery, "hook_url": page.hook_url}
        ),
        "public_root": request.build_absolute_uri("/respond/channels/feed/"),
        **more,
    }
    return render(request, "channels/one.html", context, status=status)


def _form(request: Request, initial: dict[str, Any] | None = None) -> ApplicationForm:
    units = [(unit.id, unit.name) for unit in people.units_here()]
    body = people.body()
    return ApplicationForm(
        request.POST or None,
        initial=initial or {"language": "zh", "holder": body.id if body else None},
        units=people.unit_choices(request.actor),
        holders=units,
        posts=keeping_posts(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: Request) -> HttpResponse:
    """Apply for a new channel."""
    request.actor.need(KEEP)
    form = _form(request)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.apply(
                form.application(), form.cleaned_data["reason"], by=request.actor, at=clock.now()
            )
        except Anticipated as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("channels:one", made)
    return render(request, "channels/apply.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, channel: int) -> HttpResponse:
    """Apply for a change of what the register says."""
    request.actor.need(KEEP)
    row = channel_for(request.actor, channel)
    form = _form(request, initial_of_channel(actions.application_of(row)))
    if request.method == "POST" and form.is_valid():
        try:
            actions.ask_change(
                channel, form.application(), form.cleaned_data["reason"], by=request.actor, at=clock.now()
            )
        except Anticipated as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("channels:one", channel)
    context = {"form": form, "channel": row}
    return render(request, "channels/apply.html", context, status=422 if form.errors else 200)
