"""Tasks for other units."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from answerable.kernel import clock
from answerable.response.cases import actions
from answerable.response.cases.forms.deeds import TaskForm
from answerable.response.cases.forms.screening import WordsForm
from answerable.response.cases.queries import office
from answerable.response.cases.queries.door import case_for
from answerable.response.cases.queries.names import case_name
from answerable.response.cases.queries.tasks import task_for
from answerable.web.requests import Request


@require_http_methods(["GET", "POST"])
def add_task(request: Request, case: int) -> HttpResponse:
    """Ask a unit for something."""
    row = case_for(request.actor, case)
    form = TaskForm(request.POST or None, units=office.all_units())
    done = request.method == "POST" and form.is_valid()
    if done and form.attempt(lambda: actions.set_task(case, form.draft(), by=request.actor, at=clock.now())):
        messages.success(request, _("Asked; the people of the unit are told, and its clock runs."))
        return redirect("cases:room", case=case)
    return render(request, "cases/task.html", {"form": form, "case": case_name(row)})


@require_http_methods(["GET", "POST"])
def end_task(request: Request, task: int, how: str) -> HttpResponse:
    """Say that a task is done, or not needed any more."""
    if how not in ("done", "drop"):
        raise Http404
    row = task_for(request.actor, task)
    label = _("What came of it") if how == "done" else _("Why it is not needed")
    form = WordsForm(request.POST or None, label=label)
    act = actions.finish_task if how == "done" else actions.drop_task
    if request.method == "POST" and form.is_valid():
        said, personal = form.cleaned_data["words"], form.said_personal()
        if form.attempt(lambda: act(task, said, personal=personal, by=request.actor, at=clock.now())):
            messages.success(request, _("Noted."))
            return redirect("cases:room", case=row.case.id)
    return render(request, "cases/end_task.html", {"form": form, "task": row, "how": how})
