"""Pages that show: the list, one questionnaire with its results, the bank of questions."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from answerable.governance.questionnaires import queries
from answerable.governance.questionnaires.queries.pages import KEEP, asked_by_plan
from answerable.governance.questionnaires.record import record_of
from answerable.kernel import clock
from answerable.web.requests import Request

#: Questions of the bank on one page.
A_PAGE = 50


@require_safe
def listing(request: Request) -> HttpResponse:
    """List the questionnaires, and what the plan asks for."""
    at = clock.now()
    context = {
        "page": queries.questionnaires(request.actor, page=request.GET.get("page", "1")),
        "asked": asked_by_plan(request.actor, at=at),
        "may_keep": request.actor.may(KEEP),
    }
    return render(request, "questionnaires/list.html", context)


@require_safe
def one(request: Request, questionnaire: int) -> HttpResponse:
    """Show one questionnaire: before the end what is asked, after it what was answered."""
    page = queries.page_of(request.actor, questionnaire, at=clock.now())
    return render(request, "questionnaires/one.html", {"page": page})


@require_safe
def results_record(request: Request, questionnaire: int) -> HttpResponse:
    """Give the results as one page that stands alone: for print, and as evidence."""
    return HttpResponse(record_of(queries.page_of(request.actor, questionnaire, at=clock.now())))


@require_safe
def bank(request: Request) -> HttpResponse:
    """List the questions of the bank."""
    page = Paginator(queries.bank(request.actor), A_PAGE).get_page(request.GET.get("page", "1"))
    context = {"page": page, "may_keep": request.actor.may(KEEP)}
    return render(request, "questionnaires/bank.html", context)
