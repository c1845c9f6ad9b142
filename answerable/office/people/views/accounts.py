"""Accounts, for administrators: made with a link, closed at once, given another role."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.office.people import actions, queries
from answerable.office.people.actions.accounts import password_link
from answerable.office.people.forms import AccountForm, RoleForm
from answerable.office.people.views.asking import Ask
from answerable.web.requests import Request

KEEP = "accounts.keep"


@login_required
@require_safe
def accounts(request: Request) -> HttpResponse:
    """List the accounts."""
    words = request.GET.get("words", "")
    page = queries.accounts(request.actor, text=words, page=request.GET.get("page", 1))
    return render(request, "people/accounts.html", {"page": page, "words": words})


@login_required
@require_safe
def account(request: Request, account: int) -> HttpResponse:
    """Show one account."""
    return _page(request, account)


def _page(request: Request, account: int, link: str = "") -> HttpResponse:
    """Show one account; a link for setting its password is shown in this answer only and kept nowhere."""
    shown = queries.account_page(request.actor, account)
    days = settings.PASSWORD_RESET_TIMEOUT // 86_400
    full = request.build_absolute_uri(link) if link else ""
    answer = render(request, "people/account.html", {"shown": shown, "link": full, "days": days})
    if link:
        add_never_cache_headers(answer)
    return answer


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_account(request: Request) -> HttpResponse:
    """Make an account and show the link by which its owner sets a password."""
    form = AccountForm(
        request.POST or None,
        people=queries.people_without_account(request.actor),
        initial={"person": request.GET.get("person", "")},
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.make_account(form.draft(), by=request.actor, at=clock.now())
        except Anticipated as refusal:
            form.add_error("username", str(refusal))
        else:
            return _page(request, made.pk, password_link(made))
    ask = Ask(_("Make an account"), _("Make the account"), reverse("people:accounts"))
    context = {"form": form, "ask": ask}
    return render(request, "people/ask.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def new_link(request: Request, account: int) -> HttpResponse:
    """Take the password back and show a link for a new one."""
    return _page(request, account, actions.new_password_link(account, by=request.actor, at=clock.now()))


def _done(request: Request, account: int, act: Callable[[], object], words: str) -> HttpResponse:
    act()
    messages.success(request, words)
    return redirect("people:account", account=account)


@login_required
@require_POST
def disable(request: Request, account: int) -> HttpResponse:
    """Close an account."""
    return _done(
        request,
        account,
        lambda: actions.disable_account(account, by=request.actor, at=clock.now()),
        _("Closed. Whoever was signed in with it is out."),
    )


@login_required
@require_POST
def enable(request: Request, account: int) -> HttpResponse:
    """Open a closed account again."""
    return _done(
        request,
        account,
        lambda: actions.enable_account(account, by=request.actor, at=clock.now()),
        _("Opened again."),
    )


@login_required
@require_POST
def reset_factors(request: Request, account: int) -> HttpResponse:
    """Take back the second factors of an account."""
    return _done(
        request,
        account,
        lambda: actions.reset_second_factor(account, by=request.actor, at=clock.now()),
        _("The second factors are gone. Their owner sets up new ones after signing in."),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change_role(request: Request, account: int) -> HttpResponse:
    """Give an account another role."""
    row = queries.account_for(request.actor, account)
    form = RoleForm(request.POST or None, initial={"role": row.role})
    ask = Ask(
        _("Role of %(name)s") % {"name": row.username}, _("Save"), reverse("people:account", args=[account])
    )
    return ask.answer(
        request,
        form,
        lambda: actions.change_role(account, form.cleaned_data["role"], by=request.actor, at=clock.now()),
        _("Saved. Whoever was signed in with it signs in anew."),
    )
