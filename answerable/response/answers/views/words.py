"""The body's own list of guarded words."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from answerable.kernel import clock
from answerable.response.answers import actions
from answerable.response.answers.forms import WordForm
from answerable.response.answers.queries.door import PUBLISH
from answerable.response.answers.queries.pages import guarded_words
from answerable.response.answers.rules.findings import SECRECY_MARKS
from answerable.web.requests import Request


@require_http_methods(["GET", "HEAD", "POST"])
def words(request: Request) -> HttpResponse:
    """Show the list, and add a word to it."""
    form = WordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        actions.guard_word(said["word"], said["why"], by=request.actor, at=clock.now())
        messages.success(request, _("Added."))
        return redirect("answers:words")
    context = {
        "rows": guarded_words(request.actor),
        "marks": SECRECY_MARKS,
        "form": form,
        "may_keep": request.actor.may(PUBLISH),
    }
    return render(request, "answers/words.html", context, status=422 if form.errors else 200)


@require_POST
def release_word(request: Request, word: int) -> HttpResponse:
    """Take a word off the list."""
    actions.release_word(word, by=request.actor, at=clock.now())
    messages.success(request, _("Taken off the list."))
    return redirect("answers:words")
