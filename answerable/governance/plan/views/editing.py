"""Pages on which a draft is changed: clauses, one clause, one duty, the head, the file, the posts."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.governance.plan import actions
from answerable.governance.plan.forms import DutyForm, FileForm, HeadForm, LinkForm, TextForm
from answerable.governance.plan.queries.pages import clause_page, edit_rows, place_rows, text_problems
from answerable.governance.plan.queries.versions import KEEP, VersionPage, version_page
from answerable.governance.plan.reading.apart import read_outline
from answerable.governance.plan.rules.document import PlanDocument
from answerable.governance.plan.rules.refusals import REASONS, BadPaper
from answerable.governance.plan.rules.states import State
from answerable.governance.plan.views.keeping import body_of
from answerable.kernel import clock
from answerable.kernel.errors import Anticipated, Moved, NotFound
from answerable.web.requests import Request


def _draft(request: Request, version: int) -> tuple[VersionPage, PlanDocument]:
    request.actor.need(KEEP)
    page = version_page(request.actor, version, at=clock.now())
    if page.row.state is not State.DRAFT:
        raise Moved(
            _("Only a draft can be changed; this version is one no longer."),
            _("Begin a new draft with its text."),
        )
    if page.document is None:
        raise Anticipated(_("This draft cannot be read."), _("Put its file right first."))
    return page, page.document


@login_required
@require_safe
def clauses(request: Request, version: int) -> HttpResponse:
    """Show every clause with what it gives rise to and what its words suggest."""
    page, _document = _draft(request, version)
    context = {"page": page, "tab": "clauses", "rows": edit_rows(page), "form": FileForm()}
    return render(request, "plan/clauses.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def clause(request: Request, version: int, key: str) -> HttpResponse:
    """Link one clause to what it gives rise to, or say why it gives nothing."""
    page, document = _draft(request, version)
    shown = clause_page(page, key)
    if shown is None:
        raise NotFound(_("There is no such clause in this draft."), _("Look at the list of clauses."))
    form = LinkForm(request.POST or None, document=document, clause=shown.clause)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        actions.link(
            version, key, given["gives"], given["none"], seen=given["seen"], by=request.actor, at=clock.now()
        )
        messages.success(request, _("Linked."))
        return redirect("plan:clauses", version=version)
    context = {"page": page, "tab": "clauses", "shown": shown, "form": form}
    return render(request, "plan/clause.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def duty(request: Request, version: int, key: str = "") -> HttpResponse:
    """Write one duty, for the clause that asks for it."""
    page, document = _draft(request, version)
    known = document.duties.get(key)
    if key and known is None:
        raise NotFound(_("There is no such duty in this draft."), _("Look at the list of clauses."))
    initial = {name: request.GET.get(name, "") for name in ("clause", "rrule")}
    form = DutyForm(
        request.POST or None, document=document, duty=known, initial={k: v for k, v in initial.items() if v}
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        actions.put_duty(
            version,
            given["key"],
            form.record(known),
            given["clause"],
            seen=given["seen"],
            by=request.actor,
            at=clock.now(),
        )
        messages.success(request, _("The duty is in the draft."))
        return redirect("plan:clauses", version=version)
    context = {"page": page, "tab": "clauses", "form": form, "known": known}
    return render(request, "plan/duty.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def drop_duty(request: Request, version: int, key: str) -> HttpResponse:
    """Take a duty out of the draft."""
    actions.drop_duty(version, key, seen=_seen(request), by=request.actor, at=clock.now())
    return redirect("plan:clauses", version=version)


@login_required
@require_POST
def drop_clause(request: Request, version: int, key: str) -> HttpResponse:
    """Take a clause out of the draft."""
    actions.drop_clause(version, key, seen=_seen(request), by=request.actor, at=clock.now())
    return redirect("plan:findings", version=version)


@login_required
@require_POST
def take_words(request: Request, version: int, key: str) -> HttpResponse:
    """Give a stale clause the words of the written document."""
    sentence = request.POST.get("sentence", "")[:64]
    actions.take_words(version, key, sentence, seen=_seen(request), by=request.actor, at=clock.now())
    messages.success(request, _("The clause has the new words."))
    return redirect("plan:findings", version=version)


@login_required
@require_POST
def add_sentence(request: Request, version: int) -> HttpResponse:
    """Make a clause of a sentence of the written document."""
    sentence = request.POST.get("sentence", "")[:64]
    made = actions.add_sentence(version, sentence, seen=_seen(request), by=request.actor, at=clock.now())
    return redirect("plan:clause", version=version, key=made)


@login_required
@require_POST
def import_again(request: Request, version: int) -> HttpResponse:
    """Lay a changed Word file beside the draft."""
    page, _document = _draft(request, version)
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        file = cast(UploadedFile, form.cleaned_data["file"])
        try:
            body = body_of(file)
            paper = actions.paper_of(file.name or "", body, read_outline(body))
            found = actions.import_again(version, paper, seen=page.sha256, by=request.actor, at=clock.now())
        except BadPaper as bad:
            form.add_error("file", " ".join(str(part) for part in REASONS[bad.code]))
        else:
            words = _("%(kept)s clauses found again, %(stale)s stale, %(fresh)s new.")
            counts = {"kept": len(found.kept), "stale": len(found.stale), "fresh": len(found.fresh)}
            messages.success(request, words % counts)
            return redirect("plan:findings", version=version)
    context = {"page": page, "tab": "clauses", "rows": edit_rows(page), "form": form}
    return render(request, "plan/clauses.html", context, status=422)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def head(request: Request, version: int) -> HttpResponse:
    """Write the head of the plan."""
    page, document = _draft(request, version)
    initial: dict[str, Any] = {
        "version": document.version,
        "effective": document.effective,
        "calendar": document.calendar,
        "zone": document.zone,
        "zh": document.title.get("zh", ""),
        "en": document.title.get("en", ""),
    }
    form = HeadForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        actions.set_head(version, form.fields_of_plan(), seen=seen, by=request.actor, at=clock.now())
        messages.success(request, _("Saved."))
        return redirect("plan:version", version=version)
    context = {"page": page, "tab": "head", "form": form}
    return render(request, "plan/head.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def text(request: Request, version: int) -> HttpResponse:
    """Write the plan file itself; one that cannot be read is not saved, and nothing typed is lost."""
    page = version_page(request.actor, version, at=clock.now())
    form = TextForm(request.POST or None, initial={"text": page.text, "seen": page.sha256})
    problems: tuple[Any, ...] = ()
    if request.method == "POST" and form.is_valid():
        request.actor.need(KEEP)
        words, seen = form.cleaned_data["text"], form.cleaned_data["seen"]
        try:
            actions.save_yaml(version, words, seen=seen, by=request.actor, at=clock.now())
        except Anticipated as refusal:
            form.add_error("text", str(refusal))
            problems = text_problems(words)
        else:
            messages.success(request, _("Saved."))
            return redirect("plan:findings", version=version)
    context = {
        "page": page,
        "tab": "file",
        "form": form,
        "problems": problems,
        "lines": page.text.split("\n"),
        "may_write": request.actor.may(KEEP) and page.row.state is State.DRAFT,
    }
    return render(request, "plan/file.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def posts(request: Request, version: int) -> HttpResponse:
    """Say which posts of the house stand for the plan's posts."""
    page = version_page(request.actor, version, at=clock.now())
    if request.method == "POST":
        code = request.POST.get("code", "")[:40]
        choices = {
            int(name.removeprefix("unit-")): int(str(value)) if str(value).isdigit() else None
            for name, value in request.POST.items()
            if name.removeprefix("unit-").isdigit()
        }
        actions.bind(version, code, choices, by=request.actor, at=clock.now())
        messages.success(request, _("Bound."))
        return redirect(f"{request.path}#{code}")
    context = {
        "page": page,
        "tab": "posts",
        "rows": place_rows(page, at=clock.now()),
        "may_keep": request.actor.may(KEEP),
    }
    return render(request, "plan/posts.html", context)


def _seen(request: Request) -> str:
    return request.POST.get("seen", "")[:64]
