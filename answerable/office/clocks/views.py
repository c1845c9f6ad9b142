"""Pages of the room: what runs out next, one clock, the working days of a year and their versions."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from answerable.kernel import clock as kernel_clock
from answerable.kernel.errors import Anticipated
from answerable.office.clocks import actions, queries
from answerable.office.clocks.forms import ConfirmForm, DaysForm, HoursForm
from answerable.office.clocks.rules.notices import read_notice
from answerable.office.clocks.rules.revising import DayChange, To
from answerable.web.requests import Request

READ = "plan.read"


@require_safe
def running(request: Request) -> HttpResponse:
    """List what runs out next."""
    request.actor.need(READ)
    now = kernel_clock.now()
    page = queries.open_clocks(request.actor, page=request.GET.get("page", 1), at=now)
    return render(request, "clocks/list.html", {"page": page, "now": now})


@require_safe
def one(request: Request, clock: int) -> HttpResponse:
    """Show one clock: how it was counted, what moved it, whom its ladder called."""
    request.actor.need(READ)
    page = queries.clock_page(request.actor, clock, at=kernel_clock.now())
    return render(request, "clocks/one.html", {"page": page, "clock": page.clock})


@require_safe
def calendars(request: Request) -> HttpResponse:
    """Lead to the working days that hold here, in the present year."""
    request.actor.need(READ)
    year = timezone.localtime(kernel_clock.now()).year
    return redirect("clocks:year", queries.calendar_code(), year)


@require_safe
def year(request: Request, code: str, year: int) -> HttpResponse:
    """Show the working days of a year."""
    return _year(request, code, year)


def _year(request: Request, code: str, year: int, status: int = 200, **forms: object) -> HttpResponse:
    request.actor.need(READ)
    page = queries.year_page(request.actor, code, year, at=kernel_clock.now())
    spans = ", ".join(f"{opens}-{closes}" for opens, closes in page.hours)
    context = {
        "page": page,
        "days": DaysForm(),
        "hours": HoursForm(initial={"hours": spans}),
        "confirm": ConfirmForm(),
        **forms,
    }
    return render(request, "clocks/year.html", context, status=status)


@require_safe
def version(request: Request, code: str, number: int) -> HttpResponse:
    """Show which clocks a version of a calendar moved."""
    request.actor.need(READ)
    rows = queries.moved_by(request.actor, code, number)
    context = {"rows": rows, "code": code, "number": number, "name": queries.calendar_name(code)}
    return render(request, "clocks/version.html", context)


@require_POST
def change(request: Request, code: str, year: int) -> HttpResponse:
    """Change days."""
    form = DaysForm(request.POST)
    if not form.is_valid():
        return _year(request, code, year, 422, days=form)
    said = form.cleaned_data
    wanted = DayChange(said["first"], said["last"], To(said["to"]), said["name"])
    try:
        done = actions.change_days(code, [wanted], by=request.actor, at=kernel_clock.now())
    except Anticipated as refusal:
        form.add_error(None, str(refusal))
        return _year(request, code, year, refusal.status, days=form)
    return _done(request, code, said["first"].year, done)


@require_POST
def hours(request: Request, code: str, year: int) -> HttpResponse:
    """Set office hours."""
    form = HoursForm(request.POST)
    if not form.is_valid():
        return _year(request, code, year, 422, hours=form)
    try:
        done = actions.change_hours(code, form.cleaned_data["hours"], by=request.actor, at=kernel_clock.now())
    except Anticipated as refusal:
        form.add_error(None, str(refusal))
        return _year(request, code, year, refusal.status, hours=form)
    return _done(request, code, year, done)


@require_POST
def confirm(request: Request, code: str, year: int) -> HttpResponse:
    """Confirm a year with its notice; the days read from a pasted notice are shown first."""
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        return _year(request, code, year, 422, confirm=form)
    said = form.cleaned_data
    days = read_notice(said["text"], year)
    if said["text"] and not days:
        form.add_error("text", _("No days off were found in it. Enter them one by one, then confirm."))
        return _year(request, code, year, 422, confirm=form)
    if days and "agreed" not in request.POST:
        return _year(request, code, year, confirm=form, read=days)
    try:
        notice = actions.Notice(said["notice"], said["link"], days)
        done = actions.confirm_year(code, year, notice, by=request.actor, at=kernel_clock.now())
    except Anticipated as refusal:
        form.add_error(None, str(refusal))
        return _year(request, code, year, refusal.status, confirm=form)
    return _done(request, code, year, done)


def _done(request: Request, code: str, year: int, done: actions.Done) -> HttpResponse:
    moved = ngettext(
        "Version %(version)s of the calendar. %(moved)s open clock has another date.",
        "Version %(version)s of the calendar. %(moved)s open clocks have another date.",
        done.moved,
    )
    messages.success(request, moved % {"version": done.version, "moved": done.moved})
    return redirect("clocks:year", code, year)
