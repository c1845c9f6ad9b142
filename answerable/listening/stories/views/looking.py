"""Pages that show: the board, one story, the search."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from answerable.kernel import clock
from answerable.kernel.errors import NotFound
from answerable.listening.sources import queries as sources
from answerable.listening.stories import actions, queries
from answerable.listening.stories.actions.regrouping import GROUP
from answerable.listening.stories.forms import FilterForm
from answerable.listening.stories.queries import listing
from answerable.listening.stories.queries.page import PAGE_SIZE as ENTRIES
from answerable.listening.stories.queries.searching import PAGE_SIZE as FOUND
from answerable.listening.stories.words import TAB_NAMES, language_name
from answerable.listening.stories.workbook import XLSX, workbook
from answerable.web.requests import Request


def _filters(request: Request) -> FilterForm:
    said = request.GET.get("publication", "")
    return FilterForm(request.GET, choices=queries.choices(request.actor, publication=said))


@require_safe
def board(request: Request) -> HttpResponse:
    """Show the stories; tab, filters and page are in the address."""
    at = clock.now()
    since = actions.look(by=request.actor, at=at)
    form = _filters(request)
    wish = form.wish()
    found = queries.board(request.actor, wish, since=since, at=at)
    kept = [name for name, value in request.GET.items() if name not in ("page", "tab") and value]
    context = {
        "board": found,
        "wish": wish,
        "form": form,
        "since": since,
        "tabs": [(tab, name, found.by_tab[tab]) for tab, name in TAB_NAMES.items()],
        "pages": Paginator(range(found.total), listing.PAGE_SIZE).get_page(found.page),
        "is_filtered": bool(kept),
        "may_group": request.actor.may(GROUP),
        "may_add": request.actor.may("sources.keep"),
    }
    return render(request, "stories/board.html", context)


@require_safe
def sheet(request: Request) -> HttpResponse:
    """Give what the board shows, all its pages, as an XLSX file."""
    at = clock.now()
    wish = _filters(request).wish()
    since = queries.last_look(request.actor, at=at)
    rows = listing.sheet(request.actor, wish, since=since, at=at)
    response = HttpResponse(workbook(rows, request.build_absolute_uri("/listen/stories/")), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="stories.xlsx"'
    return response


@require_POST
def seen(request: Request) -> HttpResponse:
    """Count everything up to now as seen."""
    actions.see_all(by=request.actor, at=clock.now())
    return redirect("stories:board")


@require_safe
def one(request: Request, story: int) -> HttpResponse:
    """Show one story; one that became part of another leads there."""
    asked = request.GET.get("page", "")
    page = queries.story_page(request.actor, story, page=int(asked) if asked.isdecimal() else 1)
    if page.merged_into is not None and "stay" not in request.GET:
        return redirect("stories:one", story=page.merged_into)
    context: dict[str, Any] = {
        "page": page,
        "pages": Paginator(range(page.entries_total), ENTRIES).get_page(page.page),
        "may_group": request.actor.may(GROUP),
    }
    return render(request, "stories/one.html", context)


@require_safe
def of_item(request: Request, item: int) -> HttpResponse:
    """Lead to the story of an item."""
    sources.item_for(request.actor, item)
    found = queries.story_of_items([item])
    if item not in found:
        raise NotFound(
            _("This item has no story yet."), _("It gets one within a minute; load the page again.")
        )
    return redirect("stories:one", story=found[item])


@require_safe
def against(request: Request, story: int, item: int, other: int) -> HttpResponse:
    """Show what one item says otherwise than another; a piece of page, or a page where scripts are off."""
    request.actor.need(queries.READ)
    rows = sources.items([item, other])
    if len(rows) != 2:
        raise NotFound(_("There is no such item."), _("Load the page again."))
    context = {"item": rows[item], "other": rows[other], "story": story}
    whole = "stories/_against.html" if request.headers.get("HX-Request") else "stories/against.html"
    return render(request, whole, context)


@require_safe
def search(request: Request) -> HttpResponse:
    """Find items and their stories by words."""
    words = request.GET.get("q", "")[:400].strip()
    language, asked = request.GET.get("language", "")[:20], request.GET.get("page", "")
    found = queries.search(
        request.actor, words, language=language, page=int(asked) if asked.isdecimal() else 1
    )
    context = {
        "found": found,
        "query": words,
        "language": language,
        "languages": [(tag, language_name(tag)) for tag in ("zh", "en")],
        "pages": Paginator(range(found.total), FOUND).get_page(found.page),
        "may_watch": request.actor.may("watches.keep"),
    }
    return render(request, "stories/search.html", context)
