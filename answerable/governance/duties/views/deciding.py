"""What those who take a filing decide."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST

from answerable.governance.duties.actions import asking, deciding
from answerable.governance.duties.actions import finding as findings
from answerable.governance.duties.forms import ReasonForm
from answerable.governance.duties.queries.door import occurrence_for
from answerable.governance.duties.queries.rows import row_of
from answerable.governance.duties.rules.states import FoundMove
from answerable.governance.duties.views.asking import Ask
from answerable.kernel import clock
from answerable.web.requests import Request


@require_POST
def accept(request: Request, occurrence: int) -> HttpResponse:
    """Accept a filing."""
    deciding.accept(occurrence, by=request.actor, at=clock.now())
    messages.success(request, _("Accepted."))
    return redirect("duties:run", occurrence)


@require_http_methods(["GET", "HEAD", "POST"])
def send_back(request: Request, occurrence: int) -> HttpResponse:
    """Send a filing back."""
    at = clock.now()
    row = row_of(occurrence_for(request.actor, occurrence), at=at)
    form = ReasonForm(request.POST or None)
    form.fields["reason"].label = _("What has to be put right")
    return Ask(_("Send back"), _("Send back"), row).answer(
        request,
        form,
        lambda: deciding.send_back(occurrence, form.cleaned_data["reason"], by=request.actor, at=at),
        _("Sent back, with at least three working days to put it right."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def waive(request: Request, occurrence: int) -> HttpResponse:
    """Waive a run."""
    at = clock.now()
    row = row_of(occurrence_for(request.actor, occurrence), at=at)
    form = ReasonForm(request.POST or None)
    return Ask(_("Waive this run"), _("Waive"), row).answer(
        request,
        form,
        lambda: deciding.waive(occurrence, form.cleaned_data["reason"], by=request.actor, at=at),
        _("Waived. The reason and your name stay with it."),
    )


@require_POST
def wish(request: Request, wish: int, answer: str) -> HttpResponse:
    """Grant or refuse more time."""
    answers = {"grant": asking.grant_time, "refuse": asking.refuse_time}
    if answer not in answers:
        raise Http404
    answers[answer](wish, request.POST.get("comment", ""), by=request.actor, at=clock.now())
    messages.success(request, _("Answered."))
    return redirect("duties:mine")


@require_http_methods(["GET", "HEAD", "POST"])
def finding(request: Request, occurrence: int) -> HttpResponse:
    """Answer, confirm or dismiss a finding."""
    at = clock.now()
    row = row_of(occurrence_for(request.actor, occurrence), at=at)
    move = (request.POST if request.method == "POST" else request.GET).get("move", "answer")
    titles = {
        FoundMove.ANSWER: (_("What we say to this"), pgettext("duty", "Hand in")),
        FoundMove.CONFIRM: (_("Confirm the finding"), _("Confirm")),
        FoundMove.DISMISS: (_("Dismiss the finding"), pgettext("duty", "Dismiss")),
    }
    if move not in set(FoundMove):
        raise Http404
    form = ReasonForm(request.POST or None)
    if move == FoundMove.ANSWER:
        form.fields["reason"].label = _("What speaks for you")

    def settle() -> None:
        text = form.cleaned_data["reason"]
        if move == FoundMove.ANSWER:
            findings.answer_finding(occurrence, text, by=request.actor, at=at)
        else:
            findings.settle_finding(occurrence, FoundMove(move), text, by=request.actor, at=at)

    return Ask(*titles[FoundMove(move)], row).answer(request, form, settle, _("Noted."))
