"""Opening a case: by hand, or from a signal, from stories, from a letter."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from answerable.kernel import clock
from answerable.office.people import queries as people
from answerable.response.cases import actions
from answerable.response.cases.forms.deeds import OpeningForm
from answerable.response.cases.queries import office, opening
from answerable.web.requests import Request


def _numbers(request: Request, name: str) -> tuple[int, ...]:
    """Read the numbers of what was chosen elsewhere, from the address or from the form that came back."""
    chosen = request.POST if request.method == "POST" else request.GET
    return tuple(dict.fromkeys(int(value) for value in chosen.getlist(name) if value.isdecimal()))[:50]


@require_http_methods(["GET", "POST"])
def open_case(request: Request) -> HttpResponse:
    """Open a case; what it starts from stands in the address as story, signal, letter."""
    at = clock.now()
    start = opening.start_of(
        request.actor,
        story_ids=_numbers(request, "story"),
        signal_ids=_numbers(request, "signal"),
        letters=_numbers(request, "letter"),
    )
    if start.case is not None:
        messages.info(request, _("There is a case about this already."))
        return redirect("cases:room", case=start.case)
    units = people.unit_choices(request.actor)
    form = OpeningForm(request.POST or None, units=units, initial=_first_values(request, start, at=at))
    if request.method == "POST" and form.is_valid():
        opened: list[int] = []
        said = form.opening(stories=start.story_ids, signals=start.signal_ids, letters=start.letters)
        if form.attempt(lambda: opened.append(actions.open_case(said, by=request.actor, at=at))):
            messages.success(request, _("Opened. It now waits to be registered."))
            return redirect("cases:room", case=opened[0])
    return render(request, "cases/open.html", {"form": form, "start": start})


def _first_values(request: Request, start: opening.Start, *, at: datetime) -> dict[str, Any]:
    return {
        "title": start.title,
        "seen_at": start.seen_at or at,
        "unit": office.home_unit(request.actor),
    }
