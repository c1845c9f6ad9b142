"""Pages that show: the board and a case's room."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from answerable.kernel import clock
from answerable.office.people import queries as people
from answerable.response.cases.forms.filtering import FilterForm
from answerable.response.cases.queries import board as boards
from answerable.response.cases.queries.door import WORK
from answerable.response.cases.queries.room import CaseRoom
from answerable.response.cases.queries.room import room as room_of
from answerable.response.cases.rules.papers import PaperKind
from answerable.response.cases.rules.states import NEED_NAMES, Need
from answerable.response.cases.words import loudness_words
from answerable.response.cases.workbook import XLSX, workbook
from answerable.web.days import days_asked
from answerable.web.requests import Request


def _tabs(by_tab: dict[str, int]) -> list[tuple[str, object, int]]:
    """Name the tabs; one of a need is left out while nothing waits there."""
    tabs: list[tuple[str, object, int]] = [
        (boards.MINE, _("waiting for me"), by_tab.get(boards.MINE, 0)),
        (boards.OPEN_ONES, _("all open"), by_tab.get(boards.OPEN_ONES, 0)),
    ]
    tabs += [(need, NEED_NAMES[need], by_tab[need]) for need in Need if by_tab.get(need)]
    last = ((boards.ENDED_ONES, pgettext("case", "ended")), (boards.ALL, pgettext("case", "all")))
    return [*tabs, *((tab, name, by_tab.get(tab, 0)) for tab, name in last)]


@require_safe
def board(request: Request) -> HttpResponse:
    """Show the cases by what needs a person now; tab, filters and page are in the address."""
    form = FilterForm(request.GET, units=people.unit_choices(request.actor))
    wish = form.wish()
    found = boards.board(request.actor, wish, at=clock.now())
    context = {
        "board": found,
        "wish": wish,
        "form": form,
        "tabs": _tabs(dict(found.by_tab)),
        "pages": Paginator(range(found.total), boards.PAGE_SIZE).get_page(found.page),
        "days": days_asked(request.GET),
        "is_filtered": bool(wish.words or wish.level or wish.unit or wish.since or wish.until),
        "may_open": request.actor.may(WORK),
        "all_open": found.by_tab.get(boards.OPEN_ONES, 0),
    }
    return render(request, "cases/board.html", context)


@require_safe
def sheet(request: Request) -> HttpResponse:
    """Give what the board shows, all its pages, as an XLSX file."""
    wish = FilterForm(request.GET, units=people.unit_choices(request.actor)).wish()
    rows = boards.sheet(request.actor, wish, at=clock.now())
    address = request.build_absolute_uri(reverse("cases:board"))
    response = HttpResponse(workbook(rows, address), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="cases.xlsx"'
    return response


@require_safe
def room(request: Request, case: int) -> HttpResponse:
    """Show one case: its clocks, what is known, who is asked for what, what goes upward, what the stories do."""
    found = room_of(request.actor, case, at=clock.now())
    context = {
        "room": found,
        "loudness": loudness_words(found.loudness),
        "kinds": _kinds(found),
        "draft_address": _draft_address(request, case),
    }
    return render(request, "cases/room.html", context)


def _kinds(found: CaseRoom) -> list[PaperKind]:
    """Offer the reports that can come next: the first of each once, follow-ups as often as needed."""
    had = {paper.kind for paper in found.papers}
    once = (PaperKind.VERBAL, PaperKind.FIRST, PaperKind.FINAL)
    return [kind for kind in PaperKind if kind not in had or kind not in once]


def _draft_address(request: Request, case: int) -> str:
    """Give the address that begins an answer to the case, where the reader may draft one."""
    if not request.actor.may("answers.draft"):
        return ""
    try:
        return f"{reverse('answers:add')}?case={case}"
    except NoReverseMatch:
        return ""
