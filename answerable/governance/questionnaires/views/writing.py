"""Writing a questionnaire. More rows and questions of the bank come by a button that keeps what was typed."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from answerable.governance.questionnaires import actions, queries
from answerable.governance.questionnaires.forms.keeping import (
    HeadForm,
    QuestionForms,
    blank_rows,
    first_values,
    number_of,
    questions_kept,
    rows_of,
)
from answerable.governance.questionnaires.rules.questions import Question, faults
from answerable.kernel import clock
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.office.people import queries as people
from answerable.web.requests import Request


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request) -> HttpResponse:
    """Prepare a questionnaire; `run` in the address names the run of a duty that it is for."""
    request.actor.need(actions.KEEP)
    language = "zh-hans" if (get_language() or "").startswith("zh") else "en"
    first = {
        "language": language,
        "unit": people.home_unit(request.actor),
        "run": number_of(request.GET.get("run")) or None,
    }
    return _write(request, None, first, blank_rows())


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, questionnaire: int) -> HttpResponse:
    """Change a draft."""
    request.actor.need(actions.KEEP)
    row = queries.questionnaire_for(request.actor, questionnaire)
    return _write(request, questionnaire, first_values(row), rows_of(questions_kept(row)) or blank_rows())


def _write(
    request: Request, questionnaire: int | None, first: dict[str, Any], rows: list[dict[str, Any]]
) -> HttpResponse:
    units = people.unit_choices(request.actor)
    head = HeadForm(request.POST or None, units=units, initial=first)
    forms = QuestionForms(request.POST or None, initial=rows, prefix="q")
    context: dict[str, Any] = {
        "questionnaire": questionnaire,
        "bank": queries.bank(request.actor),
        "faults": [],
    }
    if request.method == "POST" and "more" in request.POST:
        head, forms = HeadForm(units=units, initial=request.POST.dict()), _with_more(request)
    elif request.method == "POST" and head.is_valid() and forms.is_valid():
        questions = tuple(one for one in (form.question() for form in forms) if one is not None)
        draft = head.draft(questions)
        context["faults"] = faults(questions, draft.group)
        if not context["faults"] and (saved := _saved(request, head, draft, questionnaire)):
            return redirect("questionnaires:one", saved)
    return render(request, "questionnaires/edit.html", {**context, "head": head, "forms": forms})


def _saved(request: Request, head: HeadForm, draft: actions.Draft, questionnaire: int | None) -> int | None:
    """Keep the draft; a refusal is shown above the form, which keeps what was typed."""
    try:
        saved = actions.save(draft, questionnaire=questionnaire, by=request.actor, at=clock.now())
    except (NotAllowed, NotFound):
        raise
    except Anticipated as refused:
        head.add_error(None, str(refused))
        return None
    messages.success(request, _("Saved as a draft. Nobody outside the office sees it yet."))
    return saved


def _with_more(request: Request) -> Any:
    """Give the rows as typed, with one more: empty, or a question of the bank."""
    count = min(number_of(request.POST.get("q-TOTAL_FORMS")), 40)
    typed = [
        {name: request.POST.get(f"q-{number}-{name}", "") for name in ("sort", "words", "options", "points")}
        for number in range(count)
    ]
    taken: Question | None = queries.bank_question(request.actor, request.POST.get("from", ""))
    kept = [row for row in typed if row["words"].strip()] if taken else typed
    return QuestionForms(initial=[*kept, *(rows_of((taken,)) if taken else blank_rows(1))], prefix="q")
