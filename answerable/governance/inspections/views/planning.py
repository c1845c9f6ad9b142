"""Pages that plan: programmes, rounds, checklists, and a round's own steps."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from answerable.governance.inspections import actions
from answerable.governance.inspections.forms import (
    NextRoundForm,
    OwnQuestionsForm,
    ProgrammeForm,
    ReasonForm,
    RoundForm,
    SummaryForm,
)
from answerable.governance.inspections.methods import METHODS
from answerable.governance.inspections.queries import round_of
from answerable.governance.inspections.queries.door import KEEP, round_for
from answerable.governance.inspections.queries.sources import (
    duties_of_plan,
    questions_at_hand,
    terms_of_duty,
)
from answerable.governance.inspections.rules import checklist
from answerable.governance.inspections.views.asking import Ask, deed
from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.office.people.queries import day_of
from answerable.web.requests import Request


def _round(round_id: int) -> str:
    return reverse("inspections:one", args=[round_id])


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request) -> HttpResponse:
    """Plan a single round; what the plan says of a duty stands in the fields already."""
    request.actor.need(KEEP)
    at = clock.now()
    form = RoundForm(request.POST or None, duties=duties_of_plan(at=at), initial=_initial(request))
    ask = Ask(_("Plan a round"), _("Plan it"), reverse("inspections:list"), keep="inspections-round")
    return ask.answer(
        request,
        form,
        lambda: _round(actions.plan_round(form.draft(), by=request.actor, at=at)),
        _("Planned. Look at the checklist, then fix the list or begin."),
    )


def _initial(request: Request) -> dict[str, Any]:
    """Give what a form begins with: the method's own weight and population, and the terms of the duty asked for."""
    at = clock.now()
    method = request.GET.get("method", "random_check")
    about = (METHODS.get(method) or METHODS["random_check"]).about
    duty = request.GET.get("duty", "")
    said = terms_of_duty(duty, at=at)
    return {
        "method": about.key,
        "population": said.get("from") or about.population,
        "weight": str(about.weight),
        "times": about.times,
        "duty": duty,
        "begins_on": day_of(at),
        **{key: said[key] for key in ("ratio", "inspectors") if key in said},
    }


@require_http_methods(["GET", "HEAD", "POST"])
def add_programme(request: Request) -> HttpResponse:
    """Write a programme."""
    request.actor.need(KEEP)
    at = clock.now()
    form = ProgrammeForm(request.POST or None, duties=duties_of_plan(at=at), initial=_initial(request))
    ask = Ask(_("Write a programme"), _("Keep it"), reverse("inspections:list"), keep="inspections-programme")
    return ask.answer(
        request,
        form,
        lambda: actions.save_programme(form.draft(), by=request.actor, at=at),
        _("Kept. Its rounds take over method, terms and checklist."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def next_round(request: Request, programme: int) -> HttpResponse:
    """Plan the next round of a programme."""
    request.actor.need(KEEP)
    at = clock.now()
    form = NextRoundForm(request.POST or None, initial={"begins_on": day_of(at)})
    ask = Ask(_("Plan the next round"), _("Plan it"), reverse("inspections:list"))
    return ask.answer(
        request,
        form,
        lambda: _round(actions.plan_round(form.draft(programme), by=request.actor, at=at)),
        _("Planned. Look at the checklist, then fix the list or begin."),
    )


@require_POST
def end_programme(request: Request, programme: int) -> HttpResponse:
    """End a programme."""
    at = clock.now()
    return deed(
        request,
        lambda: actions.end_programme(programme, by=request.actor, at=at),
        _("Ended. Its rounds stay."),
        reverse("inspections:list"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: Request, round_id: int) -> HttpResponse:
    """Put a checklist together from the method, the plan, the packs, and questions of one's own."""
    request.actor.need(KEEP)
    at = clock.now()
    row = round_for(request.actor, round_id)
    chosen = [checklist.from_record(one) for one in row.questions]
    groups = questions_at_hand(row.method, at=at)
    form = OwnQuestionsForm(request.POST or None, initial={"own": _own_lines(chosen)})
    if request.method == "POST" and form.is_valid():
        known = {one.key: one for _origin, group in groups for one in group}
        ticked = tuple(known[key] for key in request.POST.getlist("key") if key in known)
        try:
            actions.save_questions(row.pk, (*ticked, *form.questions()), by=request.actor, at=at)
        except Anticipated as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(_round(row.pk))
    picked = request.POST.getlist("key") if request.method == "POST" else [one.key for one in chosen]
    context = {"row": row, "groups": groups, "picked": picked, "form": form}
    return render(request, "inspections/questions.html", context, status=422 if form.errors else 200)


def _own_lines(chosen: list[checklist.Question]) -> str:
    own = [one for one in chosen if one.key.startswith("own.")]
    return "\n".join(f"{one.zh} | {one.points}{' | veto' if one.veto else ''}" for one in own)


@require_POST
def begin(request: Request, round_id: int) -> HttpResponse:
    """Begin a round that chooses nobody."""
    at = clock.now()
    return deed(
        request,
        lambda: actions.begin_round(round_id, by=request.actor, at=at),
        _("Begun. Those who look have been told."),
        _round(round_id),
    )


@require_POST
def read_result(request: Request, round_id: int) -> HttpResponse:
    """Take over the result of the questionnaire."""
    at = clock.now()
    return deed(
        request,
        lambda: actions.read_questionnaire(round_id, by=request.actor, at=at),
        _("The result stands in the round."),
        _round(round_id),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: Request, round_id: int) -> HttpResponse:
    """Report a round."""
    at = clock.now()
    page = round_of(request.actor, round_id, at=at)
    form = SummaryForm(request.POST or None)
    ask = Ask(
        _("Report the result"), _("Report it"), _round(round_id), page.row.title, keep=f"report-{round_id}"
    )
    return ask.answer(
        request,
        form,
        lambda: actions.report_round(round_id, form.cleaned_data["words"], by=request.actor, at=at),
        _("Reported. The result is frozen under its hash."),
    )


@require_POST
def close(request: Request, round_id: int) -> HttpResponse:
    """Close a round."""
    at = clock.now()
    return deed(
        request,
        lambda: actions.close_round(round_id, by=request.actor, at=at),
        _("Closed: nothing of it is open."),
        _round(round_id),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: Request, round_id: int) -> HttpResponse:
    """Cancel a round with a reason."""
    at = clock.now()
    page = round_of(request.actor, round_id, at=at)
    form = ReasonForm(request.POST or None)
    ask = Ask(_("Cancel the round"), _("Cancel it"), _round(round_id), page.row.title)
    return ask.answer(
        request,
        form,
        lambda: actions.cancel_round(round_id, form.cleaned_data["reason"], by=request.actor, at=at),
        _("Cancelled. Its draw stays listed, with the reason."),
    )


@require_POST
def evidence(request: Request, round_id: int) -> HttpResponse:
    """Hand the score sheet in as evidence of a duty."""
    at = clock.now()
    run = request.POST.get("run", "")
    number = int(run) if run.isascii() and run.isdigit() and len(run) < 12 else 0
    return deed(
        request,
        lambda: actions.hand_in(round_id, number, by=request.actor, at=at),
        _("Added to the duty as evidence. It is not filed yet."),
        reverse("duties:run", args=[number]),
    )


@require_POST
def settle(request: Request, year: int) -> HttpResponse:
    """Settle the year of the units."""
    at = clock.now()
    return deed(
        request,
        lambda: actions.settle_year(year, by=request.actor, at=at),
        _("Settled: the figures of this year stand as they are now."),
        f"{reverse('inspections:year')}?year={year}",
    )
