"""Writing: a new answer, its text with what stands beside it, and why a find stays."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.office.people import queries as people
from answerable.response.answers import actions
from answerable.response.answers.forms import BeginForm, TextForm, initial_of, rows_posted
from answerable.response.answers.queries.pages import DraftPage, draft_page, look_beside
from answerable.response.answers.rules.drawing_on import with_fact
from answerable.response.answers.rules.states import GateState
from answerable.response.answers.rules.wording import Content, canonical
from answerable.response.cases import queries as cases
from answerable.web.requests import Request


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request) -> HttpResponse:
    """Begin an answer; ?case= chooses the case it answers."""
    request.actor.need("answers.draft")
    at = clock.now()
    choices = cases.case_choices(request.actor, at=at) if request.actor.may("cases.read") else []
    case = request.GET.get("case", "")
    first = {
        "language": "zh" if (get_language() or "").startswith("zh") else "en",
        "cases": [int(case)] if case.isdecimal() else [],
    }
    form = BeginForm(
        request.POST or None, initial=first, units=people.unit_choices(request.actor), cases=choices
    )
    if request.method == "POST" and form.is_valid():
        beginning = actions.Beginning(
            content=form.content(), unit=form.cleaned_data["unit"], cases=tuple(form.cleaned_data["cases"])
        )
        return redirect("answers:edit", actions.draft(beginning, by=request.actor, at=at))
    return render(request, "answers/add.html", {"form": form}, status=422 if form.errors else 200)


def _form(page: DraftPage, posted: Any = None) -> TextForm:
    work = page.work
    first = initial_of(work.content, edit=work.edit, note=work.note, post=work.spokesperson_post)
    rows = rows_posted(posted) if posted is not None else first["known_rows"]
    return TextForm(posted, initial=first, speakers=page.speakers, rows=rows, change=work.change)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, answer: int) -> HttpResponse:
    """Write in the text; facts of its cases can be put in with one press."""
    page = draft_page(request.actor, answer, at=clock.now())
    if request.method != "POST":
        return _show(request, page, _form(page))
    form = _form(page, request.POST)
    if not form.is_valid():
        return _show(request, page, form, status=422)
    content = form.content(page.work.content.language)
    fact = next((one for one in page.facts if str(one.id) == request.POST.get("take_fact")), None)
    changed = actions.Edit(
        content=with_fact(content, fact) if fact else content,
        seen_edit=form.cleaned_data["seen_edit"],
        spokesperson_post=form.cleaned_data["spokesperson_post"],
        note=form.cleaned_data.get("note", page.work.note),
    )
    try:
        actions.edit(answer, changed, by=request.actor, at=clock.now())
    except actions.EditedMeanwhile as refusal:
        return _beside_theirs(request, answer, form, content, refusal)
    except Anticipated as refusal:
        form.add_error(None, str(refusal))
        return _show(request, page, form, status=refusal.status)
    if page.work.gate in (GateState.IN_REVIEW, GateState.READY):
        messages.warning(
            request, _("Saved. What was approved of the text before is void; reading starts anew.")
        )
    else:
        messages.success(request, _("Saved."))
    stays = fact is not None or "stay" in request.POST
    return redirect("answers:edit" if stays else "answers:one", answer)


def _show(request: Request, page: DraftPage, form: TextForm, **more: Any) -> HttpResponse:
    status = more.pop("status", 200)
    context = {"page": page, "form": form, "beside": page.beside, **more}
    return render(request, "answers/edit.html", context, status=status)


def _beside_theirs(
    request: Request, answer: int, form: TextForm, content: Content, refusal: Anticipated
) -> HttpResponse:
    """Show both texts with their differences; saving once more puts this one in the place of the other."""
    page = draft_page(request.actor, answer, at=clock.now())
    typed = request.POST.copy()
    typed["seen_edit"] = str(page.work.edit)
    form.data = typed
    form.add_error(None, str(refusal))
    mine = canonical(content, page.spoken)
    return _show(request, page, form, status=refusal.status, theirs=page.work.wording, mine=mine)


@require_POST
def beside(request: Request, answer: int) -> HttpResponse:
    """Look at the text as it is typed; a draft that nobody reviews is saved on the way."""
    page = draft_page(request.actor, answer, at=clock.now())
    form = _form(page, request.POST)
    if not form.is_valid():
        return render(request, "answers/_beside.html", {"page": page, "beside": page.beside, "unsaved": True})
    content = form.content(page.work.content.language)
    saved, told = None, ""
    if page.work.gate in (GateState.DRAFT, GateState.SENT_BACK):
        changed = actions.Edit(
            content,
            form.cleaned_data["seen_edit"],
            form.cleaned_data["spokesperson_post"],
            form.cleaned_data.get("note", page.work.note),
        )
        try:
            saved = actions.edit(answer, changed, by=request.actor, at=clock.now())
        except Anticipated as refusal:
            told = str(refusal)
    spoken = replace(page.spoken, note=form.cleaned_data.get("note", page.work.note))
    context = {
        "page": page,
        "beside": look_beside(content, spoken, page.beside.explained),
        "saved": saved,
        "saved_at": clock.now(),
        "told": told,
    }
    return render(request, "answers/_beside.html", context)


@require_POST
def explain(request: Request, answer: int) -> HttpResponse:
    """Say why findings stay in the text."""
    reasons = {
        name.removeprefix("why-"): str(value)
        for name, value in request.POST.items()
        if name.startswith("why-")
    }
    actions.explain(answer, reasons, by=request.actor, at=clock.now())
    messages.success(request, _("Your explanations are kept; readers see them."))
    return redirect("answers:edit", answer)
