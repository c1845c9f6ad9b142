"""Lists and pages to read: rounds, findings, the year, the files."""

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from answerable.governance.duties.workbook import answer as spreadsheet
from answerable.governance.inspections import workbook
from answerable.governance.inspections.methods import METHODS
from answerable.governance.inspections.queries import (
    finding_of,
    findings,
    pages,
    round_of,
    rounds,
    year_page,
)
from answerable.governance.inspections.queries.door import KEEP, is_open_draw, round_for
from answerable.governance.inspections.queries.lists import Chosen, my_findings, my_visits, programmes
from answerable.governance.inspections.rules.states import Found
from answerable.governance.inspections.words import FOUND
from answerable.kernel import clock
from answerable.kernel.errors import NotFound
from answerable.office.people.queries import day_of, unit_choices
from answerable.web.requests import Request


@require_safe
def board(request: Request) -> HttpResponse:
    """Show what waits for me, and every round."""
    at = clock.now()
    context = {
        "page": rounds(request.actor, page=request.GET.get("page", 1), method=request.GET.get("method", "")),
        "visits": my_visits(request.actor),
        "findings": my_findings(request.actor, at=at),
        "programmes": programmes(request.actor),
        "methods": METHODS,
        "method": request.GET.get("method", ""),
        "may_keep": request.actor.may(KEEP),
    }
    return render(request, "inspections/list.html", context)


@require_safe
def one(request: Request, round_id: int) -> HttpResponse:
    """Show one round from its list to its result."""
    page = round_of(request.actor, round_id, at=clock.now())
    lot = page.lot
    context = {
        "page": page,
        "row": page.row,
        "lot": lot,
        "shows_result": lot is not None and (page.may_keep or is_open_draw(lot)),
    }
    return render(request, "inspections/round.html", context)


@require_safe
def sheet(request: Request, round_id: int) -> HttpResponse:
    """Give the score sheet of a round as a spreadsheet."""
    row = round_for(request.actor, round_id)
    if row.reported_at is None:
        request.actor.need(KEEP)
    return spreadsheet(workbook.of_round(pages.sheet_of(row)), f"round-{row.pk}.xlsx")


@require_safe
def finding_list(request: Request) -> HttpResponse:
    """List findings."""
    unit = request.GET.get("unit", "")
    chosen = Chosen(
        _state(request.GET.get("state", "open")),
        int(unit) if unit.isascii() and unit.isdigit() and len(unit) < 10 else None,
        request.GET.get("q", "")[:100],
    )
    context = {
        "page": findings(request.actor, chosen, at=clock.now(), page=request.GET.get("page", 1)),
        "chosen": chosen,
        "states": [(state.value, pair[0]) for state, pair in FOUND.items()],
        "units": unit_choices(request.actor),
    }
    return render(request, "inspections/findings.html", context)


def _state(asked: str) -> str:
    return asked if asked in ("", "open", "late", *Found) else "open"


@require_safe
def finding(request: Request, finding_id: int) -> HttpResponse:
    """Show one finding with what the unit says to it."""
    page = finding_of(request.actor, finding_id, at=clock.now())
    return render(request, "inspections/finding.html", {"page": page, "row": page.row})


@require_safe
def year(request: Request) -> HttpResponse:
    """Show the units of a year, with n and weights, in the order of the house."""
    asked = request.GET.get("year", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else 0
    page = year_page(request.actor, number or day_of(clock.now()).year)
    return render(request, "inspections/year.html", {"page": page, "may_keep": request.actor.may(KEEP)})


@require_safe
def file(request: Request, observation: int) -> HttpResponse | FileResponse:
    """Give a file that was added to an answer, never to be opened in the house's own page."""
    row = pages.file_for(request.actor, observation)
    if row is None:
        raise NotFound(_("There is no such file."), _("Go back to the visit."))
    response = FileResponse(default_storage.open(row.stored), as_attachment=True, filename=row.file_name)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response
