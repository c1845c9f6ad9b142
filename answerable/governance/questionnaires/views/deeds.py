"""What is done with a questionnaire as a whole."""

import io

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST

from answerable.governance.duties.actions import filing
from answerable.governance.duties.actions.filing import Proven
from answerable.governance.questionnaires import actions, queries
from answerable.governance.questionnaires.drawing import scanned
from answerable.governance.questionnaires.forms.keeping import number_of
from answerable.governance.questionnaires.queries.pages import EVIDENCE
from answerable.governance.questionnaires.record import record_of
from answerable.kernel import clock
from answerable.office.people.queries import day_of
from answerable.web.requests import Request


@require_POST
def open_draft(request: Request, questionnaire: int) -> HttpResponse:
    """Open a draft."""
    actions.open_draft(questionnaire, by=request.actor, at=clock.now())
    messages.success(request, _("Open. Print the slips and let somebody hand them out."))
    return redirect("questionnaires:one", questionnaire)


@require_POST
def make_slips(request: Request, questionnaire: int) -> HttpResponse:
    """Make slips and show them for print, this once: their codes are kept nowhere."""
    at = clock.now()
    codes = actions.make_slips(questionnaire, number_of(request.POST.get("count")), by=request.actor, at=at)
    page = queries.page_of(request.actor, questionnaire, at=at)
    tongue = "zh" if page.row.language.startswith("zh") else "en"
    address = request.build_absolute_uri(reverse("questionnaires:answer-in", kwargs={"tongue": tongue}))
    on_paper = request.POST.get("form") == "paper"
    context = {
        "page": page,
        "slips": [scanned(code, address) for code in codes],
        "address": address,
        "body": queries.body_name(),
    }
    with override(page.row.language):
        return render(request, f"questionnaires/{'paper' if on_paper else 'slips'}.html", context)


@require_POST
def close(request: Request, questionnaire: int) -> HttpResponse:
    """Close it and count."""
    actions.close(questionnaire, by=request.actor, at=clock.now())
    messages.success(request, _("Closed. The sheets are counted and destroyed."))
    return redirect("questionnaires:one", questionnaire)


@require_POST
def cancel(request: Request, questionnaire: int) -> HttpResponse:
    """Stop it unread."""
    actions.cancel(questionnaire, request.POST.get("reason", "")[:1000], by=request.actor, at=clock.now())
    messages.success(request, _("Cancelled. What was answered is destroyed unread."))
    return redirect("questionnaires:one", questionnaire)


@require_POST
def withhold(request: Request, remark: str) -> HttpResponse:
    """Take out a remark that points at a person."""
    reason = request.POST.get("reason", "")[:500]
    questionnaire = actions.withhold(remark, reason, by=request.actor, at=clock.now())
    messages.success(request, _("Taken out."))
    return redirect("questionnaires:one", questionnaire)


@require_POST
def hand_in(request: Request, questionnaire: int) -> HttpResponse:
    """Add the results to the run of a duty as its evidence."""
    at = clock.now()
    page = queries.page_of(request.actor, questionnaire, at=at)
    run = number_of(request.POST.get("run"))
    link = request.build_absolute_uri(reverse("questionnaires:one", args=[questionnaire]))
    proven = Proven(
        EVIDENCE,
        page.row.title,
        day_of(page.row.closed_at or at),
        link=link,
        file=io.BytesIO(record_of(page).encode()),
        name=f"questionnaire-{questionnaire}.html",
    )
    filing.add_evidence(run, proven, by=request.actor, at=at)
    messages.success(request, _("Added to the duty as evidence. It is not filed yet."))
    return redirect("duties:run", run)
