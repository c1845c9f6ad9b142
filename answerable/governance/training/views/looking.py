"""Pages that show."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from answerable.governance.training.queries import pages
from answerable.kernel import clock
from answerable.office.people import queries as people
from answerable.office.people.queries import day_of
from answerable.web.requests import Request


def _year(request: Request, at: datetime) -> int:
    asked = request.GET.get("year", "")
    return int(asked) if asked.isdecimal() and 1990 <= int(asked) <= 2200 else day_of(at).year


@require_safe
def mine(request: Request) -> HttpResponse:
    """Show me what my posts ask of me and what I have."""
    found = pages.mine(request.actor, at=clock.now())
    return render(request, "training/mine.html", {"mine": found, "may_keep": pages.may_keep(request.actor)})


@require_safe
def record(request: Request, person: int | None = None) -> HttpResponse:
    """Show the record of a year, for print."""
    at = clock.now()
    found = pages.record_of(request.actor, person, _year(request, at), at=at)
    return render(request, "training/record.html", {"record": found, "at": at})


@require_safe
def listing(request: Request) -> HttpResponse:
    """List the courses."""
    context = {
        "page": pages.courses(request.actor, page=request.GET.get("page", "1")),
        "may_keep": pages.may_keep(request.actor),
    }
    return render(request, "training/list.html", context)


@require_safe
def course(request: Request, course: int) -> HttpResponse:
    """Show a course."""
    return render(
        request, "training/course.html", {"page": pages.course_page(request.actor, course, at=clock.now())}
    )


@require_safe
def session(request: Request, session: int) -> HttpResponse:
    """Show a session."""
    at = clock.now()
    return render(
        request, "training/session.html", {"page": pages.session_page(request.actor, session, at=at)}
    )


@require_safe
def short(request: Request) -> HttpResponse:
    """Show who is short of what, by post."""
    page = pages.short_page(request.actor, at=clock.now(), page=request.GET.get("page", "1"))
    return render(request, "training/short.html", {"page": page})


@require_safe
def exercises(request: Request) -> HttpResponse:
    """List the exercises that wait for a trainer."""
    page = pages.exercises_to_read(request.actor, page=request.GET.get("page", "1"))
    return render(request, "training/exercises.html", {"page": page})


@require_safe
def certificate(request: Request, certificate: int) -> HttpResponse:
    """Show a certificate, for print."""
    found = pages.certificate_page(request.actor, certificate, at=clock.now())
    return render(request, "training/certificate.html", {"one": found, "body": people.body()})
