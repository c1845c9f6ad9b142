"""Pages that compare and look ahead: the matrix, the calendar, the year, coverage, hand-over, burdens."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable.governance.duties import workbook
from answerable.governance.duties.queries import burdens as burden_queries
from answerable.governance.duties.queries import calendar as months
from answerable.governance.duties.queries import handover as passing
from answerable.governance.duties.queries import matrix as tables
from answerable.governance.duties.queries.coverage import coverage as holes
from answerable.governance.duties.queries.rows import rows_of
from answerable.governance.duties.rules.periods import quarter_of
from answerable.governance.duties.rules.standing import Tone
from answerable.kernel import clock
from answerable.office.people.queries import day_of, unit_choices
from answerable.web.requests import Request

#: Rows of a month side by side; more are paged.
PAGE = 200
#: Quarters that the matrix offers: two years back and the one to come.
QUARTERS_BACK = 8


@require_safe
def matrix(request: Request) -> HttpResponse:
    """Show every clause against every unit, for a quarter."""
    at = clock.now()
    begin, end = _quarter(request, at)
    branch = _number(request.GET.get("unit"))
    table = tables.matrix(request.actor, begin, end, branch=branch, at=at)
    context = {
        "table": table,
        "quarters": list(_quarters(day_of(at))),
        "chosen": begin,
        "branch": branch,
        "units": unit_choices(request.actor),
        "figures": [(tone, table.figures.get(tone, 0)) for tone in Tone],
        "asked": f"&from={begin:%Y-%m-%d}",
        "version": table.version,
    }
    return render(request, "duties/matrix.html", context)


@require_safe
def matrix_file(request: Request) -> HttpResponse:
    """Give the matrix as an XLSX file."""
    at = clock.now()
    table = tables.matrix(
        request.actor, *_quarter(request, at), branch=_number(request.GET.get("unit")), at=at
    )
    return workbook.answer(workbook.of_matrix(table), "matrix.xlsx")


@require_safe
def cell(request: Request) -> HttpResponse:
    """Open one cell: the sentence, its duties, the runs, the evidence."""
    at = clock.now()
    begin, end = _quarter(request, at)
    unit = _number(request.GET.get("unit"))
    behind = tables.behind(request.actor, request.GET.get("clause", ""), unit, begin, end, at=at)
    runs = [(run, behind.evidence.get(run.id, ())) for run in behind.runs]
    context = {"behind": behind, "runs": runs, "begin": begin, "end": end}
    return render(request, "duties/cell.html", context)


@require_safe
def calendar(request: Request) -> HttpResponse:
    """Show a month as a list of days with what is due."""
    at = clock.now()
    first = _month(request, at)
    chosen = _chosen(request)
    rows = months.month(request.actor, chosen, first, at=at)
    page: Any = Paginator(rows, PAGE).get_page(request.GET.get("page", 1))
    page.object_list = rows_of(page.object_list, at=at)
    days = [(day, list(runs)) for day, runs in groupby(page, lambda row: timezone.localtime(row.due).date())]
    context = {
        "days": days,
        "page": page,
        "first": first,
        "before": (first - timedelta(days=1)).replace(day=1),
        "after": (first + timedelta(days=32)).replace(day=1),
        "today": day_of(at),
        "chosen": chosen,
        "units": unit_choices(request.actor),
        "feeds": months.feeds_of(request.actor),
        "new_feed": request.session.pop("new_feed", ""),
    }
    return render(request, "duties/calendar.html", context)


@require_safe
def calendar_file(request: Request) -> HttpResponse:
    """Give a month as an XLSX file."""
    at = clock.now()
    rows = months.month(request.actor, _chosen(request), _month(request, at), at=at)
    return workbook.answer(workbook.of_runs(rows_of(rows[: months.MOST], at=at)), "duties.xlsx")


@require_safe
def year(request: Request) -> HttpResponse:
    """Show each duty against the months of a year."""
    at = clock.now()
    number = _number(request.GET.get("year")) or day_of(at).year
    number = min(max(number, 2000), 2100)
    chosen = _chosen(request)
    context = {
        "number": number,
        "lines": months.year(request.actor, chosen, number, at=at),
        "months": [date(number, month, 1) for month in range(1, 13)],
        "chosen": chosen,
        "units": unit_choices(request.actor),
    }
    return render(request, "duties/year.html", context)


@require_safe
def coverage(request: Request) -> HttpResponse:
    """Say which sentence of the plan nobody is carrying out."""
    standing, found = holes(request.actor, at=clock.now())
    lines = [(clause, list(those)) for clause, those in groupby(found, lambda hole: hole.clause)]
    return render(request, "duties/coverage.html", {"standing": standing, "lines": lines})


@require_safe
def handover(request: Request) -> HttpResponse:
    """List what went from one hand to another."""
    at = clock.now()
    rows = passing.handovers(request.actor, at=at)
    return render(
        request, "duties/handover.html", {"rows": rows, "posts": passing.posts_with_duties(request.actor)}
    )


@require_safe
def handover_sheet(request: Request, post: int) -> HttpResponse:
    """Show one post with everything that a new holder has to know."""
    sheet = passing.post_sheet(request.actor, post, at=clock.now())
    return render(request, "duties/handover_sheet.html", {"sheet": sheet})


@require_safe
def burdens(request: Request) -> HttpResponse:
    """Show what is called a burden, by month."""
    table = burden_queries.burdens(request.actor, at=clock.now())
    return render(request, "duties/burdens.html", {"table": table})


def _quarter(request: Request, at: datetime) -> tuple[date, date]:
    """Read which quarter is asked for; none is the present one."""
    return quarter_of(_day(request.GET.get("from")) or day_of(at))


def _quarters(today: date) -> Iterator[date]:
    """Give the first days of the quarters that can be chosen, the next one first."""
    number = today.year * 4 + (today.month - 1) // 3 + 1
    for quarter in range(number, number - QUARTERS_BACK - 2, -1):
        yield date(quarter // 4, quarter % 4 * 3 + 1, 1)


def _month(request: Request, at: datetime) -> date:
    asked = _day(f"{request.GET.get('month', '')}-01")
    return (asked or day_of(at)).replace(day=1)


def _day(text: str | None) -> date | None:
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return None
    return day if 2000 <= day.year <= 2100 else None


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None


def _chosen(request: Request) -> months.Chosen:
    unit = _number(request.GET.get("unit"))
    scope = request.GET.get("scope", "mine")
    if scope not in ("mine", "unit", "all"):
        scope = "mine"
    return months.Chosen(
        "unit" if unit else "all" if scope == "unit" else scope, unit, request.GET.get("q", "")[:100]
    )
