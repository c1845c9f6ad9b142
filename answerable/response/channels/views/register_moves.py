"""What is done with a channel: filed, handed over, put to sleep, closed, connected."""

import secrets
from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.response.channels import actions
from answerable.response.channels.forms import DeliveryForm, FilingForm, HandOverForm, ReasonForm
from answerable.response.channels.queries.door import channel_for
from answerable.response.channels.queries.pages import channel_page
from answerable.response.channels.views.register import show
from answerable.web.requests import Request


@require_POST
def file(request: Request, channel: int) -> HttpResponse:
    """Enter what was agreed, under its filing number."""
    form = FilingForm(request.POST)
    if not form.is_valid():
        page = channel_page(request.actor, channel, at=clock.now())
        return show(request, page, filing=form, status=422)
    actions.file(channel, form.filing(), by=request.actor, at=clock.now())
    messages.success(request, _("Filed. The register says so now."))
    return redirect("channels:one", channel)


@require_POST
def hand_over(request: Request, hand_over: int) -> HttpResponse:
    """Close a hand-over, or note that the change of keeper was filed."""
    back = int(request.POST.get("channel", "0") or 0)
    if request.POST.get("filed"):
        actions.note_filed(hand_over, by=request.actor, at=clock.now())
        return redirect("channels:one", back)
    form = HandOverForm(request.POST)
    steps = form.cleaned_data["steps"] if form.is_valid() else []
    try:
        actions.finish(hand_over, steps, request.POST.get("note", "")[:500], by=request.actor, at=clock.now())
    except Anticipated as refusal:
        page = channel_page(request.actor, back, at=clock.now())
        ticked = {"ticked": set(steps), "hand_error": str(refusal), "hand": form}
        return show(request, page, status=refusal.status, **ticked)
    messages.success(request, _("The channel is yours now."))
    return redirect("channels:one", back)


@require_POST
def delivery(request: Request, channel: int) -> HttpResponse:
    """Say how pieces get onto a channel; a new secret is shown this once."""
    form = DeliveryForm(request.POST, platform=channel_for(request.actor, channel).platform)
    page = channel_page(request.actor, channel, at=clock.now())
    if not form.is_valid():
        return show(request, page, delivery=form, status=422)
    try:
        secret = actions.set_delivery(
            channel,
            form.delivery_chosen(),
            form.cleaned_data["hook_url"].strip(),
            chance=secrets.token_bytes,
            by=request.actor,
            at=clock.now(),
        )
    except Anticipated as refusal:
        form.add_error(None, str(refusal))
        return show(request, page, delivery=form, status=refusal.status)
    if secret:
        page = channel_page(request.actor, channel, at=clock.now())
        return show(request, page, delivery=form, new_secret=secret)
    messages.success(request, _("Saved."))
    return redirect("channels:one", channel)


#: Moves that need a reason, and what they say when done.
_WITH_REASON: dict[str, Callable[..., object]] = {
    "sleep": actions.note_dormant,
    "close": actions.ask_close,
}
_PLAIN: dict[str, Callable[..., object]] = {"wake": actions.wake, "drop": actions.drop}


@require_POST
def move(request: Request, channel: int, move: str) -> HttpResponse:
    """Put to sleep, wake, ask to close, or drop what was asked."""
    if move in _WITH_REASON:
        form = ReasonForm(request.POST, auto_id=f"{move}_%s")
        if not form.is_valid():
            page = channel_page(request.actor, channel, at=clock.now())
            return show(request, page, **{move: form}, status=422)
        _WITH_REASON[move](channel, form.cleaned_data["reason"], by=request.actor, at=clock.now())
    elif move in _PLAIN:
        _PLAIN[move](channel, by=request.actor, at=clock.now())
    else:
        raise Http404
    messages.success(request, _("Done."))
    return redirect("channels:one", channel)
