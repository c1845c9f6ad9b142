"""Pages that show: the table, one source, one item, the publications."""

from itertools import pairwise
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from answerable.kernel import clock
from answerable.kernel.trail.queries import entries_of
from answerable.listening.sources import actions, queries
from answerable.listening.sources.forms import FilterForm, MergeForm
from answerable.listening.sources.kinds import KINDS
from answerable.listening.sources.queries.table import PAGE_SIZE
from answerable.listening.sources.rules.states import ILL
from answerable.listening.sources.workbook import XLSX, workbook
from answerable.web.requests import Request


def _filters(request: Request) -> FilterForm:
    said = request.GET.get("publication", "")
    return FilterForm(request.GET, choices=queries.choices(request.actor, publication=said))


@require_safe
def table(request: Request) -> HttpResponse:
    """Show the sources with their health; filters and order are in the address."""
    at = clock.now()
    form = _filters(request)
    wish = form.wish()
    found = queries.table(request.actor, wish, at=at)
    kept = [name for name, value in request.GET.items() if name not in ("page", "sort") and value]
    context = {
        "table": found,
        "wish": wish,
        "form": form,
        "pages": Paginator(range(found.total), PAGE_SIZE).get_page(found.page),
        "counts": [(state, found.by_state[state]) for state in ILL if found.by_state.get(state)],
        "is_filtered": bool(kept),
        "may_keep": request.actor.may("sources.keep"),
    }
    return render(request, "sources/list.html", context)


@require_safe
def export(request: Request) -> HttpResponse:
    """Give what the table shows, all its pages, as an XLSX file."""
    form = _filters(request)
    rows = queries.all_rows(request.actor, form.wish(), at=clock.now())
    response = HttpResponse(workbook(rows), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="sources.xlsx"'
    return response


@require_safe
def source(request: Request, source: int) -> HttpResponse:
    """Show one source: how it stands, its days, its last polls, its items, its trail."""
    page = queries.source_page(request.actor, source, at=clock.now())
    context: dict[str, Any] = {
        "page": page,
        "kind": KINDS.get(page.row.kind),
        "trail": entries_of(f"source:{source}", limit=20),
        "imports": queries.imports_of(source) if page.may_keep else (),
        "new_secret": request.session.pop(f"secret:{source}", ""),
        "webhook_address": request.build_absolute_uri(f"/listen/webhooks/{source}/"),
    }
    return render(request, "sources/source.html", context)


@require_safe
def item(request: Request, item: int) -> HttpResponse:
    """Show one item: what it says, what it said, and what differs."""
    row = queries.item_for(request.actor, item)
    history = queries.item_history(item)
    changes = [{"after": after, "before": before} for after, before in pairwise(history)]
    return render(request, "sources/item.html", {"item": row, "changes": changes})


@require_http_methods(["GET", "HEAD", "POST"])
def publications(request: Request) -> HttpResponse:
    """List publications; two that are one can be merged."""
    actor, words = request.actor, request.GET.get("words", "")[:200]
    pages = queries.publications_page(actor, words, page=request.GET.get("page", 1))
    form = MergeForm(request.POST or None, find=lambda said: queries.publications_named(actor, said))
    if request.method == "POST" and form.is_valid():
        actions.merge_publications(
            form.cleaned_data["kept"], form.cleaned_data["merged"], by=request.actor, at=clock.now()
        )
        messages.success(request, _("The two publications are one now."))
        return redirect("sources:publications")
    context = {"pages": pages, "words": words, "form": form, "may_keep": actor.may("sources.keep")}
    return render(request, "sources/publications.html", context)


@require_safe
def publication_names(request: Request) -> HttpResponse:
    """Give names of publications that hold what somebody types, as the list of a box."""
    said = next((str(value) for value in request.GET.values() if value), "")
    found = queries.publications_named(request.actor, said)
    return render(request, "sources/_publication_names.html", {"publications": found})
