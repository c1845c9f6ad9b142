"""The page of the room: who is on duty now, this week and next, and what was handed over."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.office.rota import actions, queries
from answerable.office.rota.forms import DropForm, NoteForm, TurnForm
from answerable.office.rota.rules import Stint
from answerable.web.requests import Request


@require_safe
def now(request: Request) -> HttpResponse:
    """Show the rota."""
    return _show(request)


def _show(request: Request, status: int = 200, **forms: object) -> HttpResponse:
    request.actor.need("rota.read")
    at = clock.now()
    context = {
        "page": queries.page(request.actor, at=at),
        "turn": TurnForm(people=queries.candidates(at=at)),
        "note": NoteForm(),
        **forms,
    }
    return render(request, "rota/now.html", context, status=status)


@require_POST
def add(request: Request) -> HttpResponse:
    """Put people on duty."""
    at = clock.now()
    form = TurnForm(request.POST, people=queries.candidates(at=at))
    if not form.is_valid():
        return _show(request, 422, turn=form)
    said = form.cleaned_data
    try:
        made = actions.add_turns(
            said["people"], Stint(said["begins"], said["ends"]), said["times"], by=request.actor, at=at
        )
    except Anticipated as refusal:
        form.add_error(None, str(refusal))
        return _show(request, refusal.status, turn=form)
    messages.success(request, _("In the rota: %(number)s.") % {"number": len(made)})
    return redirect("rota:now")


@require_POST
def drop(request: Request, turn: int) -> HttpResponse:
    """Take a turn out of the rota."""
    form = DropForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    actions.drop_turn(turn, reason, by=request.actor, at=clock.now())
    messages.success(request, _("Taken out of the rota; it stays on record."))
    return redirect("rota:now")


@require_POST
def write(request: Request) -> HttpResponse:
    """Write a hand-over note."""
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _show(request, 422, note=form)
    try:
        actions.write_note(form.cleaned_data["words"], by=request.actor, at=clock.now())
    except Anticipated as refusal:
        form.add_error(None, str(refusal))
        return _show(request, refusal.status, note=form)
    messages.success(request, _("Your note waits for the next on duty."))
    return redirect("rota:now")


@require_POST
def take(request: Request, note: int) -> HttpResponse:
    """Take over what was handed over."""
    actions.take_over(note, by=request.actor, at=clock.now())
    messages.success(request, _("Taken over."))
    return redirect("rota:now")
