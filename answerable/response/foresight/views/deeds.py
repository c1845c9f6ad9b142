"""What is done with a release as a whole."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from answerable.kernel import clock
from answerable.kernel.actor import Actor
from answerable.response.foresight import actions
from answerable.response.foresight.actions.assessing import levels
from answerable.response.foresight.forms.releasing import OutcomeForm, PostponeForm, UrgentForm
from answerable.response.foresight.forms.screening import ScreenedForm, WordsForm
from answerable.response.foresight.forms.writing import ViewForm
from answerable.response.foresight.models import Release
from answerable.response.foresight.queries.door import release_for
from answerable.response.foresight.views.showing import Step, show_step
from answerable.web.requests import Request

#: Moves that need no words.
MOVES: dict[str, tuple[Callable[..., Any], Promise]] = {
    "hand_in": (actions.hand_in, _("Handed in. Its readers are told.")),
    "take_back": (actions.take_back, _("Taken back. What was approved of it no longer counts.")),
}


@require_POST
def move(request: Request, release: int, made: str) -> HttpResponse:
    """Hand an assessment in, or take it back."""
    if made not in MOVES:
        raise Http404
    act, done = MOVES[made]
    act(release, by=request.actor, at=clock.now())
    messages.success(request, str(done))
    return redirect("foresight:one", release=release)


Posted = QueryDict | None


@dataclass(frozen=True)
class Deed:
    """A page with one form, and its act."""

    step: Step
    form: Callable[[Posted, Release], ScreenedForm]
    act: Callable[..., Any]


def _view(posted: Posted, row: Release) -> ScreenedForm:
    return ViewForm(posted, levels=levels())


def _give_view(release: int, form: Any, *, by: Actor, at: datetime) -> None:
    actions.give_view(release, form.draft(), personal=form.personal_said, by=by, at=at)


def _waiting(row: Release) -> dict[str, Any]:
    parts = row.parts.filter(released_at=None, dropped_reason="")
    choices = [(part.pk, part.title) for part in parts]
    return {"parts": choices, "initial": {"parts": [pk for pk, _title in choices]}}


def _outcome(posted: Posted, row: Release) -> ScreenedForm:
    return OutcomeForm(posted, **_waiting(row))


def _urgent(posted: Posted, row: Release) -> ScreenedForm:
    return UrgentForm(posted, **_waiting(row))


def _release(release: int, form: Any, *, by: Actor, at: datetime) -> None:
    actions.release_now(release, form.outcome(), by=by, at=at)


def _release_urgently(release: int, form: Any, *, by: Actor, at: datetime) -> None:
    actions.release_urgently(release, form.outcome(), form.cleaned_data["reason"], by=by, at=at)


def _postpone(release: int, form: Any, *, by: Actor, at: datetime) -> None:
    said = form.cleaned_data
    actions.postpone(release, said["planned_at"], said["reason"], by=by, at=at)


def _words(label: Promise) -> Callable[[Posted, Release], ScreenedForm]:
    return lambda posted, row: WordsForm(posted, label=label)


def _withdraw(release: int, form: Any, *, by: Actor, at: datetime) -> None:
    actions.withdraw(release, form.cleaned_data["words"], by=by, at=at)


def _finish(release: int, form: Any, *, by: Actor, at: datetime) -> None:
    actions.finish(release, form.cleaned_data["words"], personal=form.personal_said, by=by, at=at)


DEEDS: dict[str, Deed] = {
    "level": Deed(
        Step(
            _("How much of a risk is it?"),
            _(
                "Two people say it of the text as it is now. Where they differ the higher level holds, and the other "
                "view stays on record."
            ),
            _("Give my view"),
            _("Your view is in."),
        ),
        _view,
        _give_view,
    ),
    "release": Deed(
        Step(
            _("Release"),
            _("Note it when it goes out: the watch starts at this moment."),
            _("It is out"),
            _("Released. The watch runs."),
        ),
        _outcome,
        _release,
    ),
    "urgent": Deed(
        Step(
            _("Release before the assessment is agreed"),
            _(
                "Only where waiting would do harm. The reason is kept, and the assessment is owed within its clock."
            ),
            _("Release now"),
            _("Released. The assessment is owed, and its clock runs."),
        ),
        _urgent,
        _release_urgently,
    ),
    "postpone": Deed(
        Step(
            _("Another date"),
            _("The assessment stays as it was agreed: its text is the same."),
            _("Postpone"),
            _("Postponed."),
        ),
        lambda posted, row: PostponeForm(posted, initial={"planned_at": row.planned_at}),
        _postpone,
    ),
    "withdraw": Deed(
        Step(
            _("Do not release"),
            _("What is out stays out; what waits is given up, with its reason."),
            _("Withdraw"),
            _("Withdrawn."),
        ),
        _words(_("Why it is not released")),
        _withdraw,
    ),
    "finish": Deed(
        Step(
            _("Finish"),
            _(
                "The file is closed with its hash. What nobody had foreseen is shown to whoever assesses the next."
            ),
            _("Finish"),
            _("Finished. The file is closed."),
        ),
        _words(_("What the next assessment should know")),
        _finish,
    ),
}


@require_http_methods(["GET", "POST"])
def deed(request: Request, release: int, name: str) -> HttpResponse:
    """Show the form of a deed, and do it."""
    if name not in DEEDS:
        raise Http404
    chosen, row = DEEDS[name], release_for(request.actor, release)
    form = chosen.form(request.POST if request.method == "POST" else None, row)
    return show_step(
        request, row, chosen.step, form, lambda: chosen.act(release, form, by=request.actor, at=clock.now())
    )
