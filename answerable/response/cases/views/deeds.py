"""What is done with a case as a whole: its moves, and the deeds that need a few words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from answerable.kernel import clock
from answerable.kernel.actor import Actor
from answerable.response.cases import actions
from answerable.response.cases.forms.deeds import AssignForm, HandingForm, MatterForm, MergeForm, SplitForm
from answerable.response.cases.forms.screening import ScreenedForm, WordsForm
from answerable.response.cases.models import Case
from answerable.response.cases.queries import names, office
from answerable.response.cases.queries.door import case_for
from answerable.response.cases.queries.parts import parts_of
from answerable.response.cases.rules.states import State
from answerable.web.requests import Request

#: Moves that need no words.
MOVES: dict[str, tuple[Callable[..., None], Promise]] = {
    "register": (actions.register, _("Registered. Two people are to assess it now.")),
    "respond": (actions.begin_answer, _("The answer is being prepared. The clocks run on.")),
    "follow": (actions.follow_up, _("It is followed up until it is closed.")),
}


@require_POST
def move(request: Request, case: int, made: str) -> HttpResponse:
    """Move a case where no words are needed."""
    if made not in MOVES:
        raise Http404
    act, done = MOVES[made]
    act(case, by=request.actor, at=clock.now())
    messages.success(request, str(done))
    return redirect("cases:room", case=case)


Posted = QueryDict | None


@dataclass(frozen=True)
class Deed:
    """A page with one form: its heading, what it means, its button, its form, its act, and what is said after."""

    heading: Promise
    meaning: Promise
    button: Promise
    form: Callable[[Posted, Case], ScreenedForm]
    act: Callable[..., Any]
    done: Promise


def _words(label: Promise, hint: Promise | str = "") -> Callable[[Posted, Case], ScreenedForm]:
    return lambda posted, row: WordsForm(posted, label=label, hint=hint)


def _with_words(act: Callable[..., Any]) -> Callable[..., Any]:
    def do(case: int, form: ScreenedForm, *, by: Actor, at: datetime) -> None:
        act(case, form.cleaned_data["words"], personal=form.said_personal(), by=by, at=at)

    return do


def _closing(posted: Posted, row: Case) -> ScreenedForm:
    answered = row.answered_at is not None or row.state == State.HANDED_OVER
    label = _("What remains to be said") if answered else _("Why no public answer is needed")
    return WordsForm(posted, label=label, required=not answered)


def _assigning(posted: Posted, row: Case) -> ScreenedForm:
    return AssignForm(
        posted, units=office.all_units(), is_first=row.state == State.ASSESSED, initial={"unit": row.unit_id}
    )


def _assign(case: int, form: ScreenedForm, *, by: Actor, at: datetime) -> None:
    actions.assign(case, form.cleaned_data["unit"], form.cleaned_data.get("reason", ""), by=by, at=at)


def _handing(posted: Posted, row: Case) -> ScreenedForm:
    return HandingForm(posted)


def _hand_over(case: int, form: ScreenedForm, *, by: Actor, at: datetime) -> None:
    assert isinstance(form, HandingForm)
    actions.hand_over(case, form.handing(), by=by, at=at)


def _matter(posted: Posted, row: Case) -> ScreenedForm:
    return MatterForm(posted, initial={"title": row.title, "matter": row.matter})


def _change_matter(case: int, form: ScreenedForm, *, by: Actor, at: datetime) -> None:
    said = form.cleaned_data
    actions.change_matter(case, said["title"], said["matter"], personal=form.said_personal(), by=by, at=at)


DEEDS: dict[str, Deed] = {
    "acknowledge": Deed(
        _("Acknowledge in public"),
        _("Note that the public was told we know of it. This is no answer, and it stops no clock."),
        _("Note it"),
        _words(_("Where and how it was acknowledged")),
        _with_words(actions.acknowledge),
        _("Noted among the five times."),
    ),
    "assign": Deed(
        _("Assign the lead unit"),
        _("One unit leads and answers for all. Passing a case on stops no clock."),
        _("Assign"),
        _assigning,
        _assign,
        _("Assigned; its people are told."),
    ),
    "hand_over": Deed(
        _("Hand over: not ours"),
        _("The clocks run on until the other body confirms that it has the case."),
        _("Hand over"),
        _handing,
        _hand_over,
        _("Handed over. The clocks run on until it is confirmed."),
    ),
    "confirm": Deed(
        _("Confirm the handover"),
        _("Only when the other body has said that it has the case. Our clocks stop now."),
        pgettext_lazy("case", "Confirm"),
        _words(_("Who confirmed it, and how")),
        _with_words(actions.confirm_handover),
        _("Confirmed; our clocks are frozen as they stand."),
    ),
    "close": Deed(
        _("Close the case"),
        _("The clocks freeze as they stand, and the review becomes due."),
        pgettext_lazy("case", "Close"),
        _closing,
        _with_words(actions.close_case),
        _("Closed. Look back at it together: the review is due."),
    ),
    "reopen": Deed(
        _("Open the case again"),
        _("Clocks that are over stay as they were; new ones run from now."),
        _("Open again"),
        _words(_("Why it is opened again")),
        _with_words(actions.reopen),
        _("Open again."),
    ),
    "matter": Deed(
        _("Change the words"),
        _("The former words stay in the trail."),
        _("Save"),
        _matter,
        _change_matter,
        _("Saved."),
    ),
}


@require_http_methods(["GET", "POST"])
def deed(request: Request, case: int, name: str) -> HttpResponse:
    """Show the form of a deed, and do it."""
    if name not in DEEDS:
        raise Http404
    chosen, row = DEEDS[name], case_for(request.actor, case)
    form = chosen.form(request.POST if request.method == "POST" else None, row)
    done = request.method == "POST" and form.is_valid()
    if done and form.attempt(lambda: chosen.act(case, form, by=request.actor, at=clock.now())):
        messages.success(request, str(chosen.done))
        return redirect("cases:room", case=case)
    context = {"case": names.case_name(row), "form": form, "deed": chosen}
    return render(request, "cases/deed.html", context)


@require_http_methods(["GET", "POST"])
def merge(request: Request, case: int) -> HttpResponse:
    """Choose the case that this one is one with, and merge them."""
    row, at = case_for(request.actor, case), clock.now()
    others = [(pk, title) for pk, title in names.case_choices(request.actor, at=at) if pk != case]
    form = MergeForm(request.POST or None, cases=others)
    if request.method == "POST" and form.is_valid():
        stands = actions.merge(case, form.cleaned_data["into"], by=request.actor, at=at)
        messages.success(request, gettext("They are one case now: number %(case)s.") % {"case": stands})
        return redirect("cases:room", case=stands)
    return render(
        request, "cases/merge.html", {"case": names.case_name(row), "form": form, "others": len(others)}
    )


@require_http_methods(["GET", "POST"])
def split(request: Request, case: int) -> HttpResponse:
    """Choose what becomes a case of its own."""
    row = case_for(request.actor, case)
    form = SplitForm(request.POST or None, parts=parts_of(case))
    if request.method == "POST" and form.is_valid():
        made: list[int] = []
        said = form.splitting()
        if form.attempt(lambda: made.append(actions.split(case, said, by=request.actor, at=clock.now()))):
            messages.success(request, gettext("It is a case of its own now."))
            return redirect("cases:room", case=made[0])
    return render(request, "cases/split.html", {"case": names.case_name(row), "form": form})


@require_POST
def link_story(request: Request, case: int) -> HttpResponse:
    """Add a story to a case, by its number or its address."""
    last = request.POST.get("story", "").rstrip("/").rsplit("/", 1)[-1]
    if last.isdecimal():
        actions.link_stories(case, (int(last),), by=request.actor, at=clock.now())
    else:
        messages.error(request, gettext("Type a story's number, or paste its address."))
    return redirect("cases:room", case=case)
