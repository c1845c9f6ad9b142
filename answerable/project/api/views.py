"""Pages of the interface: what it offers, and the tokens of the person who looks."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.kernel import clock
from answerable.project.api import actions, queries
from answerable.project.api.described import calls
from answerable.project.api.forms import SCOPE_NAMES, TokenForm
from answerable.project.api.interface import api
from answerable.project.api.rules import CALLS_A_MINUTE, Scope
from answerable.web.requests import Request


@require_safe
def described(request: Request) -> HttpResponse:
    """Show what programs can ask for."""
    request.actor.need(queries.USE)
    context = {
        "calls": list(calls(api.get_openapi_schema())),
        "address": request.build_absolute_uri("/api/"),
        "a_minute": CALLS_A_MINUTE,
    }
    return render(request, "project/api.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: Request) -> HttpResponse:
    """List a person's tokens and make new ones; a new one is shown on this answer and never again."""
    now, actor = clock.now(), request.actor
    form, made = TokenForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        scopes = [Scope(scope) for scope in said["scopes"]]
        made = actions.make_token(said["name"], scopes, said["days"], by=actor, at=now)
        form = TokenForm()
    context = {
        "form": form,
        "made": made,
        "rows": queries.tokens_of(actor, at=now),
        "scope_names": SCOPE_NAMES,
        "address": request.build_absolute_uri("/api/stories"),
    }
    return render(request, "project/tokens.html", context)


@require_POST
def revoke(request: Request, token: int) -> HttpResponse:
    """Revoke one token."""
    actions.revoke_token(token, by=request.actor, at=clock.now())
    messages.success(request, _("Revoked. Programs that used it are refused from now on."))
    return redirect("interface:tokens")
