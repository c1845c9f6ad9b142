"""Looking at papers: the list, one paper, how it reads, its files, and how it stood once."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from answerable.reports import queries
from answerable.reports.forms import FilterForm
from answerable.reports.layouts.rendering import FORMS
from answerable.reports.queries.door import WRITE
from answerable.reports.queries.shelf import PAGE_SIZE
from answerable.reports.queries.templates import named
from answerable.reports.rules.states import FROZEN, State
from answerable.web.requests import Request


def _tabs(counts: dict[str, int]) -> list[tuple[str, str, int]]:
    names = {
        "work": pgettext("papers", "being written"),
        "sent": pgettext("papers", "sent"),
        "all": pgettext("papers", "all"),
    }
    return [(key, name, counts.get(key, 0)) for key, name in names.items()]


@require_safe
def shelf(request: Request) -> HttpResponse:
    """Show the papers; tab, filters and page are in the address."""
    form = FilterForm(request.GET)
    form.is_valid()
    said = form.cleaned_data
    wish = queries.Wish(
        said.get("tab") or "work", said.get("kind", ""), said.get("words", ""), said.get("page") or 1
    )
    found = queries.shelf(request.actor, wish)
    context = {
        "table": found,
        "form": form,
        "wish": wish,
        "tabs": _tabs(found.counts),
        "pages": Paginator(range(found.total), PAGE_SIZE).get_page(found.page),
        "is_filtered": bool(wish.words or wish.kind),
        "may_make": request.actor.may(WRITE),
    }
    return render(request, "reports/shelf.html", context)


@require_safe
def one(request: Request, paper: int) -> HttpResponse:
    """Show one paper: its passages, what was changed, where it stands."""
    page = queries.paper_page(request.actor, paper)
    faces, signs = queries.font_notices(page.paper)
    context = {
        "page": page,
        "paper": page.paper,
        "faces": faces,
        "signs": signs,
        "forms": tuple(FORMS),
        "layout": named(page.paper.layout) if page.paper.layout else "",
        "is_frozen": State(page.state) in FROZEN,
    }
    return render(request, "reports/one.html", context)


@require_safe
def look(request: Request, paper: int) -> HttpResponse:
    """Show a paper as it reads."""
    row = queries.paper_for(request.actor, paper)
    return render(request, "reports/look.html", {"paper": row, "document": queries.document_of(row)})


@require_safe
def file(request: Request, paper: int, form: str) -> HttpResponse:
    """Give a file of a paper: what went out, or a draft as it stands."""
    found = queries.file_of(request.actor, paper, form)
    response = HttpResponse(found.content, content_type=found.media_type)
    response["Content-Disposition"] = content_disposition_header(form != "pdf", found.name) or "attachment"
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def edition(request: Request, paper: int, number: int) -> HttpResponse:
    """Show a paper as it stood once."""
    found, row = queries.edition_for(request.actor, paper, number)
    return render(request, "reports/edition.html", {"edition": found, "paper": row})
