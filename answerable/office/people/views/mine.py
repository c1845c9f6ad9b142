"""My own account: language, sign-in, sessions."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from answerable.kernel import clock
from answerable.office.people import actions, queries
from answerable.office.people.forms import LanguageForm
from answerable.web.requests import Request


@login_required
@require_safe
def mine(request: Request) -> HttpResponse:
    """Show my account: what my posts allow and where things are set."""
    account = queries.own_account(request.actor)
    form = LanguageForm(initial={"language": account.language})
    sessions = queries.own_sessions(request.actor, request.session.session_key, at=clock.now())
    context = {"account": account, "form": form, "sessions": sessions}
    return render(request, "people/mine.html", context)


@login_required
@require_POST
def set_language(request: Request) -> HttpResponse:
    """Keep my language: for pages on other machines and for notices."""
    form = LanguageForm(request.POST)
    if form.is_valid():
        actions.set_language(form.cleaned_data["language"], by=request.actor, at=clock.now())
        messages.success(request, _("Saved."))
    return redirect("people:mine")


@login_required
@require_POST
def end_sessions(request: Request) -> HttpResponse:
    """Sign me out everywhere but here."""
    actions.end_sessions(by=request.actor, at=clock.now())
    update_session_auth_hash(request, queries.own_account(request.actor))
    messages.success(request, _("You are signed out everywhere else."))
    return redirect("people:mine")


@login_required
@require_POST
def end_session(request: Request) -> HttpResponse:
    """Sign me out of one other browser."""
    actions.end_session(request.POST.get("session", ""), by=request.actor, at=clock.now())
    messages.success(request, _("That browser is signed out."))
    return redirect("people:mine")
