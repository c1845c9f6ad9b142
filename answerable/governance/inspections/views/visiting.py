"""Pages on site: the sheet of a visit for a phone, answers one by one, findings beside the checklist."""

import json
from datetime import date, datetime
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.governance.inspections import actions
from answerable.governance.inspections.actions import Entry
from answerable.governance.inspections.forms import FindingForm, RemarkForm
from answerable.governance.inspections.queries.pages import visit_of
from answerable.governance.inspections.rules.checklist import WAY_NAMES, Way
from answerable.governance.inspections.views.asking import Ask
from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.office.people.queries import day_of
from answerable.web.requests import Request

#: The body of one answer: a note of 4,000 signs, a link, and room around them.
MOST_BYTES = 64 * 1024


@require_safe
def visit(request: Request, visit_id: int) -> HttpResponse:
    """Show one visit: its sheet to fill in for who makes it, what was seen for who may read it."""
    page = visit_of(request.actor, visit_id, at=clock.now())
    context = {"page": page, "row": page.row, "ways": WAY_NAMES.items(), "today": day_of(clock.now())}
    return render(request, "inspections/visit.html", context)


@require_POST
def answer(request: Request, visit_id: int) -> HttpResponse:
    """Keep one answer: from a phone as JSON, safe against being sent twice; or from the form itself, with a file."""
    at = clock.now()
    by_script = request.content_type == "application/json"
    try:
        given = _sent(request) if by_script else request.POST
        entry = _entry(given, request.FILES.get("file") if not by_script else None, at=at)
        edition = actions.answer(visit_id, entry, by=request.actor, at=at)
    except Anticipated as refusal:
        if not by_script:
            raise
        return JsonResponse({"sentence": str(refusal)}, status=refusal.status)
    if by_script:
        return JsonResponse({"edition": edition})
    return redirect(f"{reverse('inspections:visit', args=[visit_id])}#q-{entry.question}")


def _sent(request: Request) -> dict[str, Any]:
    """Read what a phone sent; anything else than a flat record is refused."""
    try:
        given = json.loads(request.body[:MOST_BYTES])
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise Anticipated(_("This could not be read."), _("Load the page again; what you typed is kept."))
    return given


def _entry(given: Any, file: Any, *, at: datetime) -> Entry:
    seen = str(given.get("seen") or "0")
    return Entry(
        question=str(given.get("question", "")),
        verdict=str(given.get("verdict", "")),
        note=str(given.get("note", "")),
        way=str(given.get("way") or Way.EXAMINE),
        link=str(given.get("link", ""))[:1000],
        collected_on=_day(str(given.get("collected_on", ""))) or day_of(at),
        seen=int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 9 else 0,
        key=str(given.get("key", ""))[:64],
        file=file,
        file_name=file.name or "" if file else "",
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@require_http_methods(["GET", "HEAD", "POST"])
def finish(request: Request, visit_id: int) -> HttpResponse:
    """Hand a sheet in."""
    at = clock.now()
    page = visit_of(request.actor, visit_id, at=at)
    form = RemarkForm(request.POST or None)
    back = reverse("inspections:visit", args=[visit_id])
    hint = _("What is not in order becomes a finding. Each is put to the unit before anything is decided.")
    ask = Ask(_("Hand the sheet in"), _("Hand it in"), back, page.row.name, hint)
    return ask.answer(
        request,
        form,
        lambda: actions.finish_visit(visit_id, form.cleaned_data["words"], by=request.actor, at=at),
        _("Handed in."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def finding(request: Request, visit_id: int) -> HttpResponse:
    """Note something that the checklist does not ask."""
    at = clock.now()
    page = visit_of(request.actor, visit_id, at=at)
    form = FindingForm(request.POST or None, initial={"grade": "minor"})
    back = reverse("inspections:visit", args=[visit_id])
    hint = _("About a thing or a duty of the unit, never about a person.")
    ask = Ask(_("Note a finding"), _("Note it"), back, page.row.name, hint, keep=f"finding-{visit_id}")
    return ask.answer(
        request,
        form,
        lambda: actions.add_finding(visit_id, form.new(), by=request.actor, at=at),
        _("Noted. Put it to the unit when you have said what was seen."),
    )
