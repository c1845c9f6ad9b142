"""Pages that show: the list, one file, its archive, the figures."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from answerable.governance.accountability.archive import archive_of
from answerable.governance.accountability.queries import lists, statistics
from answerable.governance.accountability.queries.door import READ, WORK
from answerable.governance.accountability.queries.page import file_page
from answerable.governance.accountability.rules.seats import Role
from answerable.kernel import clock
from answerable.office.people.queries import day_of
from answerable.web.requests import Request


@require_safe
def listing(request: Request) -> HttpResponse:
    """List the files that this reader may see, and the findings on which one could be opened."""
    context = {
        "page": lists.files(request.actor, page=request.GET.get("page", "1")),
        "findings": lists.findings_to_look_at(request.actor),
        "may_read": request.actor.may(READ),
        "may_work": request.actor.may(WORK),
    }
    return render(request, "accountability/list.html", context)


@require_safe
def one(request: Request, file: int) -> HttpResponse:
    """Show one file."""
    page = file_page(request.actor, file, at=clock.now())
    roles = (Role.FINDER, Role.PANEL, Role.REVIEWER, Role.SUPERIOR)
    seats = [(role, [seat for seat in page.seats if seat.role is role]) for role in roles]
    return render(request, "accountability/file.html", {"page": page, "seats": seats})


@require_safe
def archive(request: Request, file: int) -> HttpResponse:
    """Give the whole file as an archive."""
    page = file_page(request.actor, file, at=clock.now())
    answer = HttpResponse(archive_of(page), content_type="application/zip")
    answer["Content-Disposition"] = content_disposition_header(True, f"file-{file}.zip")
    return answer


@require_safe
def figures(request: Request) -> HttpResponse:
    """Show what came of files in a year that is over."""
    at = clock.now()
    this_year = day_of(at).year
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else this_year - 1
    context = {
        "figures": statistics.figures(request.actor, year, at=at),
        "years": range(this_year - 1, this_year - 6, -1),
    }
    return render(request, "accountability/figures.html", context)
