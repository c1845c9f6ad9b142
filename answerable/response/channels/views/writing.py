"""Writing: a new piece, its text, why a find stays, the interpretation plan, the list of names."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.office.people import queries as people
from answerable.response.channels import actions
from answerable.response.channels.forms import BeginForm, NameForm, PlanForm, TextForm, initial_of
from answerable.response.channels.queries.desk import channel_choices
from answerable.response.channels.queries.door import DRAFT, PUBLISH, piece_for
from answerable.response.channels.queries.listing import PAGE_SIZE, listed_names
from answerable.response.channels.queries.piece import PiecePage, look_beside, materials, piece_page
from answerable.response.channels.rules.states import PieceKind, PieceState
from answerable.response.channels.rules.wording import Content, canonical
from answerable.response.channels.views.register import number
from answerable.web.requests import Request


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request) -> HttpResponse:
    """Begin a piece."""
    request.actor.need(DRAFT)
    first = {"language": "zh" if (get_language() or "").startswith("zh") else "en"}
    form = BeginForm(request.POST or None, initial=first, units=people.unit_choices(request.actor))
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        text = actions.Text(PieceKind(typed["kind"]), typed["title"])
        made = actions.draft(
            text, unit=typed["unit"], language=typed["language"], by=request.actor, at=clock.now()
        )
        return redirect("channels:edit", made)
    return render(request, "channels/add.html", {"form": form}, status=422 if form.errors else 200)


def _form(page: PiecePage, posted: Any = None) -> TextForm:
    return TextForm(posted, initial=initial_of(page), channels=channel_choices())


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, piece: int) -> HttpResponse:
    """Write in the text."""
    page = piece_page(request.actor, piece, read=False, at=clock.now())
    request.actor.need(DRAFT, unit=page.unit)
    if request.method != "POST":
        return _show(request, page, _form(page))
    form = _form(page, request.POST)
    if not form.is_valid():
        return _show(request, page, form, status=422)
    try:
        actions.edit(
            piece, form.text(), seen_edit=form.cleaned_data["seen_edit"], by=request.actor, at=clock.now()
        )
    except actions.EditedMeanwhile as refusal:
        return _beside_theirs(request, piece, form, refusal)
    except Anticipated as refusal:
        form.add_error(None, str(refusal))
        return _show(request, page, form, status=refusal.status)
    if page.state is not PieceState.DRAFT:
        messages.warning(
            request, _("Saved. What was passed of the text before is void; reading starts anew.")
        )
    else:
        messages.success(request, _("Saved."))
    return redirect("channels:edit" if "stay" in request.POST else "channels:piece", piece)


def _show(request: Request, page: PiecePage, form: TextForm, **more: Any) -> HttpResponse:
    status = more.pop("status", 200)
    context = {"page": page, "form": form, "checks": page.checks, "plan": _plan_form(request, page), **more}
    return render(request, "channels/edit.html", context, status=status)


def _plan_form(request: Request, page: PiecePage, posted: Any = None) -> PlanForm | None:
    if page.content.kind is not PieceKind.POLICY:
        return None
    units = [(unit.id, unit.name) for unit in people.units_here()]
    return PlanForm(posted, units=units, materials=materials(request.actor, page.id), row=page.plan)


def _beside_theirs(request: Request, piece: int, form: TextForm, refusal: Anticipated) -> HttpResponse:
    """Show both texts with their differences; saving once more puts this one in the place of the other."""
    page = piece_page(request.actor, piece, read=False, at=clock.now())
    typed = request.POST.copy()
    typed["seen_edit"] = str(page.edit)
    mine = canonical(_content(page, form))
    form.data = typed
    form.add_error(None, str(refusal))
    return _show(request, page, form, status=refusal.status, theirs=page.wording, mine=mine)


def _content(page: PiecePage, form: TextForm) -> Content:
    """Give what is typed as content."""
    text, names = form.text(), dict(channel_choices())
    return replace(
        page.content,
        kind=text.kind,
        title=text.title,
        summary=text.summary,
        body=text.body,
        basis=text.basis,
        channels=tuple(names.get(number, "") for number in text.channels),
        disclosure=text.disclosure,
        disclosure_reason=text.disclosure_reason,
        review_on=text.review_on,
        expires_on=text.expires_on,
    )


@require_POST
def beside(request: Request, piece: int) -> HttpResponse:
    """Look at the text as it is typed; a draft that nobody reads yet is saved on the way."""
    page = piece_page(request.actor, piece, read=False, at=clock.now())
    request.actor.need(DRAFT, unit=page.unit)
    form = _form(page, request.POST)
    if not form.is_valid():
        return render(
            request, "channels/_beside.html", {"page": page, "checks": page.checks, "unsaved": True}
        )
    saved, told = None, ""
    if page.state is PieceState.DRAFT:
        try:
            saved = actions.edit(
                piece, form.text(), seen_edit=form.cleaned_data["seen_edit"], by=request.actor, at=clock.now()
            )
        except Anticipated as refusal:
            told = str(refusal)
    checks = look_beside(piece_for(request.actor, piece), _content(page, form), at=clock.now())
    context = {"page": page, "checks": checks, "saved": saved, "saved_at": clock.now(), "told": told}
    return render(request, "channels/_beside.html", context)


@require_POST
def explain(request: Request, piece: int) -> HttpResponse:
    """Say why finds stay in the text."""
    reasons = {
        name.removeprefix("why-"): str(value)
        for name, value in request.POST.items()
        if name.startswith("why-")
    }
    actions.explain(piece, reasons, by=request.actor, at=clock.now())
    messages.success(request, _("Your reasons are kept; readers see them."))
    return redirect("channels:edit", piece)


@require_POST
def interpretation(request: Request, piece: int) -> HttpResponse:
    """Write down how a policy will be explained."""
    page = piece_page(request.actor, piece, read=False, at=clock.now())
    plan = _plan_form(request, page, request.POST)
    if plan is None or not plan.is_valid():
        return _show(request, page, _form(page), plan=plan, status=422)
    actions.plan_interpretation(piece, plan.plan(), by=request.actor, at=clock.now())
    messages.success(request, _("Saved."))
    return redirect("channels:edit", piece)


@require_http_methods(["GET", "HEAD", "POST"])
def names(request: Request) -> HttpResponse:
    """Show the body's own list of names and titles, and add to it."""
    form = NameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        actions.list_name(
            typed["name"], typed["title"], typed["wrong"].splitlines(), by=request.actor, at=clock.now()
        )
        messages.success(request, _("Saved."))
        return redirect("channels:names")
    words = request.GET.get("words", "")[:120]
    listed = listed_names(request.actor, words, page=number(request.GET.get("page"), 1))
    context = {
        "rows": listed.rows,
        "words": words,
        "pages": Paginator(range(listed.total), PAGE_SIZE).get_page(listed.page),
        "form": form,
        "may_keep": request.actor.may(PUBLISH),
    }
    return render(request, "channels/names.html", context, status=422 if form.errors else 200)


@require_POST
def unlist(request: Request, name: int) -> HttpResponse:
    """Take a name off the list."""
    actions.unlist_name(name, by=request.actor, at=clock.now())
    messages.success(request, _("Taken off the list."))
    return redirect("channels:names")
