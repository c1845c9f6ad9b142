"""The tree of units, one unit, and what can be done with it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.kernel import clock
from answerable.office.people import actions, queries
from answerable.office.people.forms import PlaceForm, UnitForm
from answerable.office.people.views.asking import Ask
from answerable.web.requests import Request


def _place(unit: int) -> str:
    return reverse("people:unit", args=[unit])


@login_required
@require_safe
def units(request: Request) -> HttpResponse:
    """Show the tree with posts and who answers."""
    asked = request.GET
    page = queries.units_tree(
        request.actor,
        at=clock.now(),
        text=asked.get("words", ""),
        closed=asked.get("closed") == "1",
        page=asked.get("page", 1),
    )
    context = {"page": page, "words": asked.get("words", ""), "closed": asked.get("closed") == "1"}
    return render(request, "people/units.html", context | {"may_keep": request.actor.may("people.keep")})


@login_required
@require_safe
def unit(request: Request, unit: int) -> HttpResponse:
    """Show one unit."""
    return render(
        request, "people/unit.html", {"shown": queries.unit_page(request.actor, unit, at=clock.now())}
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_unit(request: Request, above: int | None = None) -> HttpResponse:
    """Add a unit, below another where one is named."""
    request.actor.need("people.keep", unit=above)
    form = UnitForm(request.POST or None)
    ask = Ask(_("Add a unit"), _("Add"), _place(above) if above else reverse("people:units"))
    return ask.answer(
        request,
        form,
        lambda: actions.add_unit(form.draft(), parent=above, by=request.actor, at=clock.now()),
        _("Added."),
        to=lambda made: _place(made.pk),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change_unit(request: Request, unit: int) -> HttpResponse:
    """Change a unit's names and codes."""
    request.actor.need("people.keep", unit=unit)
    row = queries.unit_page(request.actor, unit, at=clock.now()).unit
    names = ("code", "name", "short_name", "document_code")
    form = UnitForm(request.POST or None, initial={name: getattr(row, name) for name in names})
    return Ask(_("Change the unit"), _("Save"), _place(unit)).answer(
        request,
        form,
        lambda: actions.change_unit(unit, form.draft(), by=request.actor, at=clock.now()),
        _("Saved."),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def move_unit(request: Request, unit: int) -> HttpResponse:
    """Put a unit elsewhere in the tree."""
    request.actor.need("people.keep", unit=unit)
    form = PlaceForm(request.POST or None, units=queries.unit_choices(request.actor))
    return Ask(_("Move the unit below another"), _("Move"), _place(unit)).answer(
        request,
        form,
        lambda: actions.move_unit(unit, below=form.cleaned_data["unit"], by=request.actor, at=clock.now()),
        _("Moved."),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def merge_unit(request: Request, unit: int) -> HttpResponse:
    """Move a unit's posts to another unit and close it."""
    request.actor.need("people.keep", unit=unit)
    others = [choice for choice in queries.unit_choices(request.actor) if choice[0] != unit]
    form = PlaceForm(request.POST or None, units=others)
    return Ask(_("Merge the unit into another"), _("Merge"), _place(unit)).answer(
        request,
        form,
        lambda: actions.merge_unit(unit, into=form.cleaned_data["unit"], by=request.actor, at=clock.now()),
        _("Merged. Its posts stand in the other unit now."),
        to=lambda _none: _place(form.cleaned_data["unit"]),
    )


@login_required
@require_POST
def close_unit(request: Request, unit: int) -> HttpResponse:
    """Close a unit."""
    actions.close_unit(unit, by=request.actor, at=clock.now())
    return redirect(_place(unit))
