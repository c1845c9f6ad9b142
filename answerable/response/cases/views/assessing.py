"""The page of an assessment."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from answerable.kernel import clock
from answerable.kernel.actor import Actor
from answerable.response.cases import actions
from answerable.response.cases.forms.assessing import OpinionForm, ProposalForm
from answerable.response.cases.forms.screening import ScreenedForm, WordsForm
from answerable.response.cases.queries.assessing import assess_page
from answerable.response.cases.rules.levels import FACTOR_NAMES, Factor
from answerable.web.requests import Request


def _forms() -> dict[str, ScreenedForm]:
    return {part: make(None) for part, (make, _act, _done) in PARTS.items()}


def _opinion(posted: Any) -> ScreenedForm:
    return OpinionForm(posted)


def _give(case: int, form: ScreenedForm, *, by: Actor, at: datetime) -> None:
    assert isinstance(form, OpinionForm)
    actions.give_opinion(case, form.draft(), by=by, at=at)


def _propose(case: int, form: ScreenedForm, *, by: Actor, at: datetime) -> None:
    assert isinstance(form, ProposalForm)
    actions.propose_level(case, form.proposal(), by=by, at=at)


def _decide(case: int, form: ScreenedForm, *, by: Actor, at: datetime) -> None:
    assert isinstance(form, ProposalForm)
    actions.decide_level(case, form.proposal(), by=by, at=at)


def _dissent(case: int, form: ScreenedForm, *, by: Actor, at: datetime) -> None:
    actions.dissent(case, form.cleaned_data["words"], personal=form.said_personal(), by=by, at=at)


def _anew(case: int, form: ScreenedForm, *, by: Actor, at: datetime) -> None:
    actions.assess_anew(case, form.cleaned_data["words"], personal=form.said_personal(), by=by, at=at)


def _words(label: Promise) -> Callable[[Any], ScreenedForm]:
    return lambda posted: WordsForm(posted, label=label, auto_id="id_words_%s")


#: Each part of the page: its form, its act, and what is said after.
PARTS: dict[str, tuple[Callable[[Any], ScreenedForm], Callable[..., None], Promise]] = {
    "opinion": (_opinion, _give, _("Your opinion is kept. It is shown once both are in.")),
    "propose": (ProposalForm, _propose, _("Proposed. The other of the two agrees or dissents.")),
    "decide": (ProposalForm, _decide, _("Decided. The dissent stays on record.")),
    "dissent": (_words(_("Why you do not agree")), _dissent, _("On record. Somebody who leads decides.")),
    "anew": (_words(_("What has changed")), _anew, _("A new assessment is open; the former one stays.")),
}


@require_safe
def assess(request: Request, case: int) -> HttpResponse:
    """Show the assessment of a case: blind until both opinions are in, then side by side."""
    return _shown(request, case, _forms())


def _shown(request: Request, case: int, forms: dict[str, ScreenedForm], status: int = 200) -> HttpResponse:
    page = assess_page(request.actor, case)
    rows = []
    if page.now:
        for factor in Factor:
            marks = [opinion.marks.get(factor, 0) for opinion in page.now.opinions]
            rows.append((FACTOR_NAMES[factor], marks, factor in page.now.differing))
    context = {"page": page, "forms": forms, "rows": rows}
    return render(request, "cases/assess.html", context, status=status)


@require_POST
def assess_part(request: Request, case: int, part: str) -> HttpResponse:
    """Do one part of an assessment; a refused form comes back with what was typed."""
    at = clock.now()
    if part == "agree":
        actions.agree(case, by=request.actor, at=at)
        messages.success(request, _("Agreed: the level holds."))
        return redirect("cases:room", case=case)
    if part not in PARTS:
        raise Http404
    make, act, done = PARTS[part]
    form = make(request.POST)
    if form.is_valid() and form.attempt(lambda: act(case, form, by=request.actor, at=at)):
        messages.success(request, str(done))
        return redirect("cases:assess", case=case)
    return _shown(request, case, {**_forms(), part: form}, status=422)
