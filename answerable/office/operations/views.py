"""Pages of the room: the state of the system, the published heads, and what programs ask."""

from hmac import compare_digest
from ipaddress import ip_address

from django.conf import settings
from django.contrib import messages
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from prometheus_client import CollectorRegistry, Gauge, generate_latest

from answerable.kernel import clock
from answerable.kernel.jobs.actions import enqueue_once
from answerable.office.operations import actions, jobs, queries
from answerable.office.operations.forms import DismissForm
from answerable.office.operations.rules import heads as statements
from answerable.web.requests import Request


@require_safe
def state(request: Request) -> HttpResponse:
    """Show how the system stands, what was backed up and tried, and which jobs gave up."""
    return _show(request)


def _show(request: Request, status: int = 200, **more: object) -> HttpResponse:
    request.actor.need("system.keep")
    at = clock.now()
    context = {
        "state": queries.state(at=at),
        "backups": queries.backups(request.actor),
        "drills": queries.drills(request.actor),
        "jobs": queries.failed_jobs(request.actor),
        "standstills": tuple(reversed(queries.standstills(at - settings.TRAIL_TERM, at)))[:20],
        "head": next(iter(queries.heads(limit=1)), None),
        "at": at,
        **more,
    }
    return render(request, "operations/state.html", context, status=status)


@require_safe
def standstill(request: Request) -> HttpResponse:
    """Give the banner that every page shows while nothing moves; nothing while everything does."""
    if request.actor.kind != "person":
        return HttpResponse(status=204)
    since = queries.nothing_moves_since(at=clock.now())
    return render(request, "operations/_standstill.html", {"since": since})


@require_safe
def heads(request: HttpRequest) -> HttpResponse:
    """Give the published heads of the trail, one a line, to anyone: a copy kept elsewhere can be compared."""
    lines = "".join(statements.line(said) + "\n" for said in queries.heads())
    return HttpResponse(lines, content_type="application/x-ndjson")


@require_POST
def back_up(request: Request) -> HttpResponse:
    """Let the worker make a backup now."""
    request.actor.need("system.keep")
    enqueue_once(jobs.back_up, "operations.back_up")
    messages.success(request, _("A backup is being made; it appears below when it is whole."))
    return redirect("operations:state")


@require_POST
def again(request: Request, job: str) -> HttpResponse:
    """Let a job that gave up begin anew."""
    actions.retry_job(str(job), by=request.actor, at=clock.now())
    messages.success(request, _("It is tried again."))
    return redirect("operations:state")


@require_POST
def dismiss(request: Request, job: str) -> HttpResponse:
    """Take a job that gave up from the list."""
    request.actor.need("system.keep")
    form = DismissForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why: the reason stays in the trail."))
        return redirect("operations:state")
    actions.dismiss_job(str(job), form.cleaned_data["reason"], by=request.actor, at=clock.now())
    messages.success(request, _("Taken from the list."))
    return redirect("operations:state")


def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the process serves and its database answers, 503 with one word otherwise."""
    try:
        queries.answers()
    except DatabaseError:
        return HttpResponse("database\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


def metrics(request: HttpRequest) -> HttpResponse:
    """Give the figures in Prometheus's text form to this machine, or to whoever has the token."""
    if not _may_measure(request):
        return HttpResponse("", status=404)
    registry = CollectorRegistry()
    for name, value in queries.state(at=clock.now()).figures.items():
        Gauge(f"answerable_{name}", name.replace("_", " "), registry=registry).set(value)
    return HttpResponse(generate_latest(registry), content_type="text/plain; version=0.0.4; charset=utf-8")


def _may_measure(request: HttpRequest) -> bool:
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if settings.METRICS_TOKEN:
        return compare_digest(given.encode(), settings.METRICS_TOKEN.encode())
    caller = str(request.META.get("REMOTE_ADDR") or "")
    # Behind a proxy everybody seems to come from this machine, so there only the token counts.
    return not settings.PROXIES and bool(caller) and ip_address(caller).is_loopback
