"""Foreseen against asked."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from answerable.kernel import clock
from answerable.kernel.errors import NotFound
from answerable.response.foresight import actions, queries
from answerable.response.foresight.forms.releasing import VerdictForm
from answerable.response.foresight.forms.screening import Choices
from answerable.response.foresight.models import Asked, Release
from answerable.response.foresight.queries.door import may_work, release_for
from answerable.response.foresight.queries.foreseen import PAGE_SIZE
from answerable.response.foresight.rules.content import QUESTION
from answerable.response.foresight.rules.states import HEARD_NAMES, LOOKED_BACK, Heard, State
from answerable.response.foresight.views.showing import Step
from answerable.web.requests import Request


def _questions(row: Release) -> Choices:
    return list(row.prepared.filter(kind=QUESTION).values_list("pk", "question"))


@require_safe
def asked(request: Request, release: int) -> HttpResponse:
    """Show what was asked after a release, what waits first."""
    row = release_for(request.actor, release)
    totals = queries.foreseen_against_asked(release)
    wanted = request.GET.get("verdict", "")
    verdict = wanted if wanted in set(Heard) else ""
    number = request.GET.get("page", "1")
    found = queries.asked_page(release, verdict=verdict, page=int(number) if number.isdecimal() else 1)
    context = {
        "release": row,
        "link": queries.link_to(release),
        "totals": totals,
        "found": found,
        "verdict": verdict,
        "verdicts": [(key.value, HEARD_NAMES[key]) for key in Heard],
        "pages": Paginator(range(found.total), PAGE_SIZE).get_page(found.page),
        "may_settle": may_work(request.actor, row) and State(row.state) in LOOKED_BACK,
    }
    return render(request, "foresight/asked.html", context)


@require_http_methods(["GET", "POST"])
def settle(request: Request, asked: int) -> HttpResponse:
    """Say whether something that was asked had been foreseen."""
    thing = Asked.objects.select_related("release").filter(pk=asked).first()
    if thing is None:
        raise NotFound(_("There is nothing like this that was asked."), _("Look at the release."))
    row = release_for(request.actor, thing.release_id)
    start = {
        "verdict": thing.verdict if thing.verdict != Heard.WAITING else _guess(thing),
        "question": thing.question_id or thing.closest_id,
        "lesson": thing.lesson or ("" if thing.closest_id else thing.text),
    }
    form = VerdictForm(request.POST or None, questions=_questions(row), initial=start)

    def act() -> None:
        said = form.verdict_said()
        actions.settle(asked, said, personal=form.personal_said, by=request.actor, at=clock.now())

    back = reverse("foresight:asked", args=[row.pk])
    if request.method == "POST" and form.is_valid() and form.attempt(act):
        messages.success(request, _("Noted."))
        return redirect(f"{back}?verdict={Heard.WAITING}")
    step = Step(_("Was it foreseen?"), "", _("Note it"), "")
    context = {"release": row, "link": back, "form": form, "step": step, "thing": thing}
    return render(request, "foresight/settle.html", context)


def _guess(thing: Asked) -> Heard:
    """Give the choice that stands first in the form: what the machine suggests, for a person to confirm."""
    return Heard.FORESEEN if thing.closest_id else Heard.UNFORESEEN
