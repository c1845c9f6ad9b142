"""What the one concerned does, and those who establish, decide or review."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from answerable.governance.accountability import forms
from answerable.governance.accountability.actions import (
    deciding,
    delivering,
    establishing,
    hearing,
    reviewing,
    seating,
)
from answerable.governance.accountability.queries.page import file_page
from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.views.asking import Ask
from answerable.kernel import clock
from answerable.kernel.actor import Actor
from answerable.web.requests import Request

ASKED = ["GET", "HEAD", "POST"]


def _review(file: int, text: str, *, by: Actor, at: datetime) -> object:
    return reviewing.decide_review(file, text, by=by, at=at)


class Saying(NamedTuple):
    """A form with one text: heading, label, hint, verb, and the action."""

    title: Promise
    label: Promise
    hint: Promise | str
    button: Promise
    act: Callable[..., Any]


#: What is said with one text, by its place in the address.
SAYINGS = {
    "facts": Saying(
        pgettext_lazy("file", "Facts"),
        _("What happened, and by what that is seen"),
        _("Facts only: what was due, when, what was done, and the evidence. No judgement of a person."),
        pgettext_lazy("file", "Put into the file"),
        establishing.write_facts,
    ),
    "statement": Saying(
        _("What I say to this"),
        _("Statement and defence"),
        _("Whatever you say here, nothing grows heavier by it. You can add to it until the decision."),
        pgettext_lazy("file", "Put into the file"),
        hearing.state,
    ),
    "spoken": Saying(
        _("What was said aloud"),
        _("What the person concerned said"),
        _("It counts once they have read and confirmed it."),
        pgettext_lazy("file", "Put into the file"),
        hearing.write_down,
    ),
    "ask-review": Saying(
        _("Ask for review"),
        _("What should be looked at again, and why"),
        _("A review can only leave the decision as it is or make it lighter."),
        _("Ask for review"),
        reviewing.ask_review,
    ),
    "ask-appeal": Saying(
        _("Appeal to the body above"),
        _("What the body above should look at, and why"),
        _("An appeal can only leave the decision as it is or make it lighter."),
        pgettext_lazy("file", "Appeal"),
        reviewing.ask_appeal,
    ),
    "review": Saying(
        _("Decision on review"), _("Reasons"), "", _("Write down what the reviewers carried"), _review
    ),
}


@require_http_methods(ASKED)
def say(request: Request, file: int, what: str) -> HttpResponse:
    """Put one text into a file."""
    saying = SAYINGS.get(what)
    if saying is None:
        raise Http404
    at = clock.now()
    page = file_page(request.actor, file, at=at)
    form = forms.TextForm(request.POST or None, label=saying.label, hint=saying.hint)
    return Ask(page, saying.title, saying.button).answer(
        request, form, lambda: saying.act(file, form.cleaned_data["text"], by=request.actor, at=at)
    )


@require_http_methods(ASKED)
def vote(request: Request, file: int) -> HttpResponse:
    """Vote as a member."""
    at = clock.now()
    page = file_page(request.actor, file, at=at)
    form = forms.MeasureForm(request.POST or None, most=max(page.allowed, default=Measure.NONE))
    intro = _("Others see votes only when the decision is taken. Who wants something else stays on record.")
    return Ask(page, _("Vote"), pgettext_lazy("file", "Vote"), intro).answer(
        request,
        form,
        lambda: deciding.vote(
            file, form.cleaned_data["measure"], form.cleaned_data["text"], by=request.actor, at=at
        ),
    )


@require_http_methods(ASKED)
def decide(request: Request, file: int) -> HttpResponse:
    """Write down what the members carried."""
    at = clock.now()
    page = file_page(request.actor, file, at=at)
    form = forms.OutcomeForm(request.POST or None)
    intro = _("The measure is the one that more than half of the votes carry; nobody sets it alone.")
    return Ask(
        page, pgettext_lazy("file", "Decision"), _("Write down the decision"), intro, grave=True
    ).answer(request, form, lambda: deciding.decide(file, form.outcome(), by=request.actor, at=at))


@require_http_methods(ASKED)
def seat(request: Request, file: int, seat: int, what: str) -> HttpResponse:
    """Step aside, or ask as the one concerned that somebody does."""
    acts = {
        "aside": (_("Step aside"), _("Why somebody could not judge freely"), seating.step_aside),
        "doubt": (_("Doubt that a member can judge freely"), _("Why"), seating.doubt),
    }
    if what not in acts:
        raise Http404
    at = clock.now()
    title, label, act = acts[what]
    form = forms.TextForm(request.POST or None, label=label)
    return Ask(file_page(request.actor, file, at=at), title, title).answer(
        request, form, lambda: act(seat, form.cleaned_data["text"], by=request.actor, at=at)
    )


@require_POST
def receive(request: Request, file: int, paper: int) -> HttpResponse:
    """Confirm that a paper has come."""
    delivering.receive(paper, by=request.actor, at=clock.now())
    return redirect("accountability:one", file)


@require_POST
def confirm(request: Request, file: int, paper: int) -> HttpResponse:
    """Stand for a paper that somebody else wrote down."""
    establishing.confirm_paper(paper, by=request.actor, at=clock.now())
    return redirect("accountability:one", file)
