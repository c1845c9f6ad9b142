"""Pages of the draw: fixing, sealing, telling, holding; and the public pages by which anyone recomputes it."""

import json
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.governance.inspections import actions
from answerable.governance.inspections.actions import Telling
from answerable.governance.inspections.forms import AsideForm, ReasonForm, SealForm, TellForm
from answerable.governance.inspections.models import Draw
from answerable.governance.inspections.queries.door import draw_for, open_draw
from answerable.governance.inspections.queries.drawing import all_draws, bundle_of
from answerable.governance.inspections.rules.draw import Recusal
from answerable.governance.inspections.rules.seeds import BEACON, OFFICER, kind_of
from answerable.governance.inspections.views.asking import Ask, deed
from answerable.governance.inspections.words import FAULTS
from answerable.kernel import clock
from answerable.office.people.queries import people_names
from answerable.web.requests import Request


def _round(round_id: int) -> str:
    return reverse("inspections:one", args=[round_id])


@require_POST
def commit(request: Request, round_id: int) -> HttpResponse:
    """Fix the list and publish its hash."""
    at = clock.now()
    return deed(
        request,
        lambda: actions.commit_draw(round_id, by=request.actor, at=at),
        _("The list is fixed and its hash is public. Now the seed."),
        _round(round_id),
    )


@require_POST
def hold(request: Request, round_id: int) -> HttpResponse:
    """Let the lot fall."""
    at = clock.now()
    return deed(
        request,
        lambda: actions.hold_draw(round_id, by=request.actor, at=at),
        _("Drawn. The inspectors have been told."),
        _round(round_id),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def seal(request: Request, draw: int) -> HttpResponse:
    """Fix an officer's seed by its hash; the page makes both, and sends the hash only."""
    at = clock.now()
    lot = draw_for(request.actor, draw)
    form = SealForm(request.POST or None)
    ask = Ask(_("Fix my part of the seed"), _("Fix this hash"), _round(lot.round_id), lot.round.title)
    if request.method == "POST":
        done = _("Fixed. Keep your seed: it is told when all hashes stand.")
        return ask.answer(request, form, lambda: _sealed(request, draw, form, at=at), done)
    return render(request, "inspections/seal.html", {"form": form, "ask": ask})


def _sealed(request: Request, draw: int, form: SealForm, *, at: datetime) -> None:
    actions.seal_seed(draw, form.cleaned_data["committed"], by=request.actor, at=at)


@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: Request, draw: int, source: str) -> HttpResponse:
    """Tell a part of the seed."""
    at = clock.now()
    lot = draw_for(request.actor, draw)
    form = TellForm(request.POST or None)
    kind = kind_of(source)
    hints = {
        OFFICER: _("Your seed, sign by sign as it was when its hash was fixed."),
        BEACON: _("The signature of that round: 96 hexadecimal signs, as any drand relay gives it."),
    }
    hint = hints.get(kind, _("The numbers as they fell, with blanks between, and who saw it: 3 1 6 6 2."))
    ask = Ask(_("Tell a part of the seed"), _("Tell it"), _round(lot.round_id), lot.round.title, hint)
    return ask.answer(
        request,
        form,
        lambda: actions.tell_seed(draw, Telling(source, form.cleaned_data["value"]), by=request.actor, at=at),
        _("Told. It is part of the seed."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: Request, draw: int) -> HttpResponse:
    """Cancel a draw with a public reason."""
    at = clock.now()
    lot = draw_for(request.actor, draw)
    form = ReasonForm(request.POST or None)
    hint = _("The reason is public and stays beside the cancelled draw.")
    ask = Ask(_("Cancel the draw"), _("Cancel it"), _round(lot.round_id), lot.round.title, hint)
    return ask.answer(
        request,
        form,
        lambda: actions.cancel_draw(draw, form.cleaned_data["reason"], by=request.actor, at=at),
        _("Cancelled. It stays listed; another one can be held."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def aside(request: Request, draw: int) -> HttpResponse:
    """Let an inspector step aside."""
    at = clock.now()
    lot = draw_for(request.actor, draw)
    form = AsideForm(request.POST or None, inspectors=_inspectors(lot), targets=_targets(lot))
    hint = _("The next in the order of the tickets steps in. Nobody is picked.")
    ask = Ask(_("Step aside"), _("Step aside"), _round(lot.round_id), lot.round.title, hint)

    def step() -> None:
        given = form.cleaned_data
        who = Recusal(given["inspector"], given["target"])
        actions.recuse(draw, who, given["reason"], by=request.actor, at=at)

    return ask.answer(request, form, step, _("Noted. The next in order has been told."))


def _inspectors(lot: Draw) -> list[tuple[str, str]]:
    pool = (lot.announced["inspectors"] or {"members": []})["members"]
    names = people_names(int(one["id"].removeprefix("person:")) for one in pool)
    return [(one["id"], names.get(int(one["id"].removeprefix("person:")), one["name"])) for one in pool]


def _targets(lot: Draw) -> list[tuple[str, str]]:
    drawn = {target for ids in lot.result.get("drawn", {}).values() for target in ids}
    members = [one for part in lot.announced["lists"] for one in part["members"]]
    return [(one["id"], one["name"]) for one in members if one["id"] in drawn]


@require_safe
def draws(request: Request) -> HttpResponse:
    """List every draw there was, to anyone: hash, time, state, and the file where it is open."""
    rows = all_draws()
    return render(request, "inspections/draws.html", {"rows": rows, "frame": _frame(request)})


@require_safe
def bundle(request: Request, draw: int) -> HttpResponse:
    """Give the one file of a draw."""
    lot = open_draw(request.actor, draw)
    text = json.dumps(bundle_of(lot), ensure_ascii=False, indent=1, sort_keys=True)
    response = HttpResponse(text + "\n", content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="draw-{lot.pk}.json"'
    return response


@require_safe
def verify(request: Request) -> HttpResponse:
    """Recompute a draw in the reader's own browser."""
    return render(request, "inspections/verify.html", {"faults": FAULTS.items(), "frame": _frame(request)})


def _frame(request: Request) -> str:
    return "web/shell.html" if request.user.is_authenticated else "web/plain.html"
