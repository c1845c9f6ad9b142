"""What is done with a piece and with its publications."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.response.channels import actions
from answerable.response.channels.forms import KeepForm, OutForm, ReasonForm, ScheduleForm
from answerable.response.channels.queries.door import piece_for
from answerable.response.channels.queries.piece import piece_page
from answerable.response.channels.views.pieces import show
from answerable.web.requests import Request

_PLAIN: dict[str, Callable[..., object]] = {
    "hand-in": actions.hand_in,
    "take-back": actions.take_back,
    "publish": actions.publish,
    "unschedule": actions.unschedule,
    "drop": actions.drop_piece,
}
#: Moves with one typed value: the form, its field, the action.
_TYPED: dict[str, tuple[str, type, str, Callable[..., object]]] = {
    "schedule": ("schedule", ScheduleForm, "moment", actions.schedule),
    "correct": ("reason", ReasonForm, "reason", actions.correct),
    "withdraw": ("reason", ReasonForm, "reason", actions.withdraw),
    "keep": ("keep", KeepForm, "review_on", actions.keep),
}


@require_POST
def move_piece(request: Request, piece: int, move: str) -> HttpResponse:
    """Hand in, take back, schedule, publish, correct, withdraw, keep or drop a piece."""
    piece_for(request.actor, piece)
    if move in _PLAIN:
        return _plain(request, piece, move)
    if move not in _TYPED:
        raise Http404
    name, form_type, field, action = _TYPED[move]
    form = form_type(request.POST)
    if not form.is_valid():
        page = piece_page(request.actor, piece, at=clock.now())
        return show(request, page, status=422, **{name: form})
    made = action(piece, form.cleaned_data[field], by=request.actor, at=clock.now())
    messages.success(request, _("Done."))
    return redirect("channels:edit", made) if move == "correct" else redirect("channels:piece", piece)


def _plain(request: Request, piece: int, move: str) -> HttpResponse:
    try:
        _PLAIN[move](piece, by=request.actor, at=clock.now())
    except Anticipated as refusal:
        if refusal.status == 404:
            raise
        page = piece_page(request.actor, piece, at=clock.now())
        return show(request, page, status=refusal.status, refusal=refusal)
    if move == "drop":
        return redirect("channels:desk")
    told = {
        "hand-in": _("Handed in. The next reader has been told."),
        "publish": _("Let out. The log below says where it stands."),
    }
    messages.success(request, told.get(move, _("Done.")))
    return redirect("channels:piece", piece)


@require_POST
def move_publication(request: Request, publication: int, move: str) -> HttpResponse:
    """Confirm that a piece was put on a channel or taken down there, or try a delivery again."""
    back = request.POST.get("piece", "")
    if move == "out":
        form = OutForm(request.POST)
        address = form.cleaned_data["address"].strip() if form.is_valid() else ""
        actions.confirm_out(publication, address, by=request.actor, at=clock.now())
    elif move == "down":
        actions.confirm_down(publication, by=request.actor, at=clock.now())
    elif move == "again":
        actions.try_again(publication, by=request.actor, at=clock.now())
    else:
        raise Http404
    messages.success(request, _("Noted in the log."))
    return redirect("channels:piece", int(back)) if back.isdecimal() else redirect("channels:desk")
