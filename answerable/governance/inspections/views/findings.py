"""What can be done with a finding, each with its own small form."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from answerable.governance.inspections import actions
from answerable.governance.inspections.forms import DoneForm, MeasureForm, ReasonForm, WordsForm
from answerable.governance.inspections.queries import finding_of
from answerable.governance.inspections.rules.states import FoundMove
from answerable.governance.inspections.views.asking import Ask, deed
from answerable.governance.inspections.words import MOVES
from answerable.kernel import clock
from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.web.requests import Request

Deed = Callable[[int, dict[str, Any], Actor, datetime], Any]
DEEDS: dict[FoundMove, tuple[type[forms.Form], Deed]] = {
    FoundMove.REPLY: (
        WordsForm,
        lambda finding, said, by, at: actions.reply(finding, said["words"], by=by, at=at),
    ),
    FoundMove.CONFIRM: (
        ReasonForm,
        lambda finding, said, by, at: actions.confirm(finding, said["reason"], by=by, at=at),
    ),
    FoundMove.DISMISS: (
        ReasonForm,
        lambda finding, said, by, at: actions.dismiss(finding, said["reason"], by=by, at=at),
    ),
    FoundMove.PLAN: (
        MeasureForm,
        lambda finding, said, by, at: actions.plan_correction(
            finding, said["measure"], said["until"], by=by, at=at
        ),
    ),
    FoundMove.CORRECT: (
        DoneForm,
        lambda finding, said, by, at: actions.correct(finding, said["note"], said["proof"], by=by, at=at),
    ),
    FoundMove.CLOSE: (
        WordsForm,
        lambda finding, said, by, at: actions.recheck(finding, said["words"], is_gone=True, by=by, at=at),
    ),
    FoundMove.REPEAT: (
        WordsForm,
        lambda finding, said, by, at: actions.recheck(finding, said["words"], is_gone=False, by=by, at=at),
    ),
}


@require_POST
def put(request: Request, finding_id: int) -> HttpResponse:
    """Put a finding to its unit."""
    at = clock.now()
    return deed(
        request,
        lambda: actions.put_to_unit(finding_id, by=request.actor, at=at),
        _("Put to the unit. Nothing is decided before it has replied, or its time has passed."),
        reverse("inspections:finding", args=[finding_id]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: Request, finding_id: int, made: str) -> HttpResponse:
    """Do one of the things that a finding's state and the actor's part allow."""
    at = clock.now()
    page = finding_of(request.actor, finding_id, at=at)
    if made not in DEEDS:
        raise NotFound(_("There is no such page."), _("Go back to the finding."))
    kind, act = DEEDS[FoundMove(made)]
    form = kind(request.POST or None)
    back = reverse("inspections:finding", args=[finding_id])
    ask = Ask(
        MOVES[FoundMove(made)],
        MOVES[FoundMove(made)],
        back,
        page.row.title,
        keep=f"finding-{finding_id}-{made}",
    )

    def carry_out() -> None:
        act(finding_id, form.cleaned_data, request.actor, at)

    return ask.answer(request, form, carry_out, _("Done. It stands in the history."))
