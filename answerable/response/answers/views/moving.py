"""What is done with a text: handed in, published, followed by another, dropped, translated."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from answerable.kernel import clock
from answerable.response.answers import actions
from answerable.response.answers.forms import ChangeForm
from answerable.response.answers.queries.pages import answer_page
from answerable.response.answers.rules.states import CHANGE_NAMES, LANGUAGES, Change
from answerable.response.answers.views.looking import show
from answerable.web.requests import Request


@require_POST
def hand_in(request: Request, answer: int) -> HttpResponse:
    """Hand the text in for its gate."""
    review = actions.hand_in(answer, by=request.actor, at=clock.now())
    messages.success(request, _("Handed in. The next reader has been told."))
    return redirect("review:one", review)


@require_POST
def publish(request: Request, answer: int) -> HttpResponse:
    """Publish exactly the text that passed."""
    post = request.POST.get("spokesperson_post", "")
    actions.publish(answer, int(post) if post.isdecimal() else 0, by=request.actor, at=clock.now())
    messages.success(request, _("Published."))
    return redirect("answers:one", answer)


_FOLLOWING = {
    Change.UPDATE: actions.update,
    Change.CORRECTION: actions.correct,
    Change.WITHDRAWAL: actions.withdraw,
}


@require_POST
def change(request: Request, answer: int) -> HttpResponse:
    """Begin what follows on a published text."""
    page = answer_page(request.actor, answer)
    form = ChangeForm(request.POST, changes=[(one, CHANGE_NAMES[one]) for one in page.changes])
    if not form.is_valid():
        return show(request, page, form, status=422)
    chosen = Change(form.cleaned_data["change"])
    _FOLLOWING[chosen](answer, form.cleaned_data["reason"], by=request.actor, at=clock.now())
    return redirect("answers:one" if chosen is Change.WITHDRAWAL else "answers:edit", answer)


@require_POST
def drop(request: Request, answer: int) -> HttpResponse:
    """Drop the text that is being worked on."""
    actions.drop(answer, by=request.actor, at=clock.now())
    messages.success(request, _("The text was dropped. What was published stays as it is."))
    return redirect("answers:list")


@require_POST
def translate(request: Request, answer: int) -> HttpResponse:
    """Begin the same answer in another language, with the text at hand to write it from."""
    language = request.POST.get("language", "")
    made = actions.translate(
        answer, language if language in LANGUAGES else "", by=request.actor, at=clock.now()
    )
    return redirect("answers:edit", made)
