"""Reports upward: their list, a new one, one of them."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.kernel import clock
from answerable.response.cases import actions
from answerable.response.cases.forms.papers import PaperForm
from answerable.response.cases.prefill import text_of, title_of
from answerable.response.cases.queries import papers as paper_queries
from answerable.response.cases.queries.papers import PaperPage
from answerable.response.cases.queries.room import room
from answerable.response.cases.rules.free_text import PERSONAL_NAMES, PointsAtPerson
from answerable.response.cases.rules.papers import PAPER_NAMES, PaperKind
from answerable.response.cases.rules.states import PaperMove
from answerable.web.requests import Request

DONE = {
    PaperMove.SIGN: gettext_lazy("Signed in this very version."),
    PaperMove.TAKE_BACK: gettext_lazy("Back in draft; the signature is void."),
    PaperMove.SEND: gettext_lazy("Sent: it has its number and does not change any more."),
    PaperMove.RECEIPT: gettext_lazy("The receipt is noted."),
}


@require_safe
def papers(request: Request) -> HttpResponse:
    """List the reports upward by their numbers."""
    asked = request.GET.get("page", "")
    table = paper_queries.paper_table(request.actor, page=int(asked) if asked.isdecimal() else 1)
    pages = Paginator(range(table.total), paper_queries.PAGE_SIZE).get_page(table.page)
    return render(request, "cases/papers.html", {"table": table, "pages": pages})


@require_http_methods(["GET", "POST"])
def add_paper(request: Request, case: int, kind: str) -> HttpResponse:
    """Begin a report from what the case holds."""
    if kind not in set(PaperKind):
        raise Http404
    at, wanted = clock.now(), PaperKind(kind)
    found = room(request.actor, case, at=at, loud=False)
    to, to_email = paper_queries.last_addressee(request.actor)
    form = PaperForm(
        request.POST or None,
        kind=wanted,
        initial={
            "to": to,
            "to_email": to_email,
            "title": title_of(found, wanted),
            "text": text_of(found, wanted),
            "told_by": request.actor.name,
            "told_at": at,
        },
    )
    if request.method == "POST" and form.is_valid():
        made: list[int] = []
        if form.attempt(
            lambda: made.append(actions.draft_paper(case, form.draft(), by=request.actor, at=at))
        ):
            messages.success(request, _("Kept as a draft. Somebody who leads signs it."))
            return redirect("cases:paper", paper=made[0])
    context = {"form": form, "case": found.case, "kind": PAPER_NAMES[wanted], "page": None}
    return render(request, "cases/paper_edit.html", context)


@require_http_methods(["GET", "POST"])
def paper(request: Request, paper: int) -> HttpResponse:
    """Show one report; while it is a draft it can be edited with ?edit."""
    page = paper_queries.paper_page(request.actor, paper)
    if not page.may_edit or (request.method == "GET" and "edit" not in request.GET):
        return render(request, "cases/paper.html", {"page": page})
    form = PaperForm(request.POST or None, kind=page.paper.kind, initial=_first_values(page))
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or page.paper.version
        act: dict[str, Any] = {"seen_version": version, "by": request.actor, "at": clock.now()}
        if form.attempt(lambda: actions.edit_paper(paper, form.draft(), **act)):
            messages.success(request, _("Saved."))
            return redirect("cases:paper", paper=paper)
    context = {"form": form, "case": page.case, "kind": PAPER_NAMES[page.paper.kind], "page": page}
    return render(request, "cases/paper_edit.html", context)


def _first_values(page: PaperPage) -> dict[str, object]:
    row = page.paper
    return {
        "to": row.to,
        "to_email": row.to_email,
        "told_by": row.told_by,
        "told_at": row.told_at,
        "title": row.title,
        "text": row.text,
        "version": row.version,
    }


@require_POST
def move_paper(request: Request, paper: int, made: str) -> HttpResponse:
    """Sign a report, take it back, send it, note its receipt."""
    if made not in set(PaperMove):
        raise Http404
    page = paper_queries.paper_page(request.actor, paper)
    try:
        _move(request, paper, PaperMove(made))
    except PointsAtPerson as found:
        typed = request.POST.get("words", "")
        context = {"page": page, "asked": made, "typed": typed, "found": found, "answers": PERSONAL_NAMES}
        return render(request, "cases/paper.html", context, status=422)
    messages.success(request, DONE[PaperMove(made)])
    return redirect("cases:paper", paper=paper)


def _move(request: Request, paper: int, made: PaperMove) -> None:
    said, personal = request.POST.get("words", ""), request.POST.get("personal", "")
    asked = request.POST.get("version", "")
    act: dict[str, Any] = {"by": request.actor, "at": clock.now()}
    if made is PaperMove.SIGN:
        actions.sign_paper(paper, seen_version=int(asked) if asked.isdecimal() else 0, **act)
    elif made is PaperMove.TAKE_BACK:
        actions.take_paper_back(paper, **act)
    elif made is PaperMove.SEND:
        actions.send_paper(paper, said, personal=personal, **act)
    else:
        actions.note_receipt(paper, said, personal=personal, **act)
