"""Pages of the room: my notices, and how they reach me."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_GET, require_POST

from answerable.kernel import clock
from answerable.office.notices import actions, queries
from answerable.office.notices.forms import AddressForm, WishesForm
from answerable.office.notices.words import kind_name
from answerable.web.requests import Request


@login_required
@require_GET
def inbox(request: Request) -> HttpResponse:
    """Show my notices."""
    page = queries.inbox(request.actor, page=request.GET.get("page", 1), language=get_language() or "en")
    return render(request, "notices/inbox.html", {"page": page})


@login_required
@require_POST
def acknowledge(request: Request, notice: int) -> HttpResponse:
    """Take notice of one, and go where it leads."""
    actions.acknowledge(notice, by=request.actor, at=clock.now())
    return redirect("notices:inbox")


@login_required
@require_POST
def acknowledge_all(request: Request) -> HttpResponse:
    """Take notice of all."""
    actions.acknowledge_all(by=request.actor, at=clock.now())
    return redirect("notices:inbox")


def _settings_page(
    request: Request, address: AddressForm, wishes: WishesForm, *, status: int = 200, key: str = ""
) -> HttpResponse:
    context = {
        "address_form": address,
        "wishes_form": wishes,
        "addresses": queries.addresses(request.actor),
        "key": key,
    }
    return render(request, "notices/settings.html", context, status=status)


def _kinds(request: Request) -> list[tuple[str, str]]:
    return [(kind, kind_name(kind)) for kind in queries.kinds_told(request.actor)]


def _wishes_form(request: Request) -> WishesForm:
    wishes = queries.wishes_of(request.actor.person or 0, zone=settings.TIME_ZONE)
    times = ", ".join(moment.strftime("%H:%M") for moment in wishes.digest_at)
    return WishesForm(
        kinds=_kinds(request),
        initial={
            "rhythm": wishes.rhythm.value,
            "digest_at": times,
            "quiet_from": wishes.quiet_from,
            "quiet_until": wishes.quiet_until,
            "zone": wishes.zone,
            "inbox_only": sorted(wishes.inbox_only),
        },
    )


@login_required
@require_GET
def reaching_me(request: Request) -> HttpResponse:
    """Show my addresses and when I want notices."""
    return _settings_page(request, AddressForm(), _wishes_form(request))


@login_required
@require_POST
def add_address(request: Request) -> HttpResponse:
    """Add an address of mine; the key of a webhook is shown this once."""
    request.actor.need("notices.read")
    form = AddressForm(request.POST)
    if not form.is_valid():
        return _settings_page(request, form, _wishes_form(request), status=422)
    key, given = form.new_key(), form.cleaned_data
    actions.add_address(given["name"], given["sort"], given["address"], key, by=request.actor, at=clock.now())
    if not key:
        messages.success(request, gettext("Added."))
        return redirect("notices:settings")
    # The key is in this answer and nowhere else: not in the session, not in a cookie.
    answer = _settings_page(request, AddressForm(), _wishes_form(request), key=key)
    add_never_cache_headers(answer)
    return answer


@login_required
@require_POST
def remove_address(request: Request, address: int) -> HttpResponse:
    """Take an address of mine out."""
    actions.remove_address(address, by=request.actor, at=clock.now())
    return redirect("notices:settings")


@login_required
@require_POST
def set_wishes(request: Request) -> HttpResponse:
    """Keep when I want notices."""
    request.actor.need("notices.read")
    form = WishesForm(request.POST, kinds=_kinds(request))
    if not form.is_valid():
        return _settings_page(request, AddressForm(), form, status=422)
    actions.set_wishes(form.wishes(), by=request.actor, at=clock.now())
    messages.success(request, gettext("Saved."))
    return redirect("notices:settings")
