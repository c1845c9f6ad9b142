"""Adding a fact, and changing its finding."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from answerable.kernel import clock
from answerable.response.cases import actions
from answerable.response.cases.forms.facts import FactForm
from answerable.response.cases.queries.door import case_for
from answerable.response.cases.queries.facts import fact_page
from answerable.response.cases.queries.names import case_name
from answerable.response.cases.queries.parts import stories_of
from answerable.web.requests import Request


@require_http_methods(["GET", "POST"])
def add_fact(request: Request, case: int) -> HttpResponse:
    """Add a claim with what is known of it."""
    row = case_for(request.actor, case)
    form = FactForm(request.POST or None, stories=stories_of(case), initial={"finding": "unknown"})
    done = request.method == "POST" and form.is_valid()
    if done and form.attempt(lambda: actions.add_fact(case, form.draft(), by=request.actor, at=clock.now())):
        messages.success(request, _("Added."))
        return redirect("cases:room", case=case)
    return render(request, "cases/fact.html", {"form": form, "case": case_name(row), "fact": None})


@require_http_methods(["GET", "POST"])
def change_fact(request: Request, fact: int) -> HttpResponse:
    """Change what was found; the former finding stays below it."""
    page = fact_page(request.actor, fact)
    form = FactForm(request.POST or None, stories=page.stories, initial=page.first_values())
    if request.method == "POST" and form.is_valid():
        asked = request.POST.get("version", "")
        version = int(asked) if asked.isdecimal() else page.fact.version
        act: dict[str, Any] = {"seen_version": version, "by": request.actor, "at": clock.now()}
        if form.attempt(lambda: actions.change_fact(fact, form.draft(), **act)):
            messages.success(request, _("Changed; the former finding is kept."))
            return redirect("cases:room", case=page.case.id)
    return render(request, "cases/fact.html", {"form": form, "case": page.case, "fact": page.fact})
