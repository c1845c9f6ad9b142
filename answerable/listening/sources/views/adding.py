"""Pages for adding and editing sources; nothing here calls the network, jobs do."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from answerable.kernel import clock
from answerable.listening.sources import actions, queries
from answerable.listening.sources.actions.keeping import KEEP, draft_of
from answerable.listening.sources.forms import AddressesForm, ChosenForm, source_form
from answerable.listening.sources.kinds import KINDS
from answerable.listening.sources.queries.intake import source_to_edit
from answerable.listening.sources.views.moves import show_new_secret
from answerable.office.people import queries as people
from answerable.web.requests import Request


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request) -> HttpResponse:
    """Ask for the addresses of sites; a job looks behind them."""
    request.actor.need(KEEP)
    form = AddressesForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        lookup = actions.ask_lookup(form.cleaned_data["addresses"], by=request.actor, at=clock.now())
        return redirect("sources:lookup", lookup=lookup)
    return render(request, "sources/add.html", {"form": form, "kinds": KINDS.values()})


@require_http_methods(["GET", "HEAD", "POST"])
def add_kind(request: Request, kind: str) -> HttpResponse:
    """Add one source whose kind and address are known."""
    request.actor.need(KEEP)
    if kind not in KINDS:
        raise Http404
    at = clock.now()
    form = source_form(kind, request.POST or None, units=people.unit_choices(request.actor))
    if "address" in form.fields and not form.is_bound:
        form.initial.setdefault("address", request.GET.get("address", ""))
    if request.method == "POST" and form.is_valid():
        try:
            source = actions.add_source(form.draft(), by=request.actor, at=at)
        except actions.AddressRefused as error:
            form.add_error(form.address_field, f"{error}")
        else:
            if kind == "webhook":
                show_new_secret(request, source, at)
            messages.success(request, _("Added."))
            return redirect("sources:source", source=source)
    return render(request, "sources/edit.html", {"form": form, "kind": KINDS[kind], "source": None})


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, source: int) -> HttpResponse:
    """Change one source."""
    row = source_to_edit(request.actor, source)
    at = clock.now()
    form = source_form(
        row.kind, request.POST or None, units=people.unit_choices(request.actor), draft=draft_of(row)
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_source(source, form.draft(), by=request.actor, at=at)
        except actions.AddressRefused as error:
            form.add_error(form.address_field, f"{error}")
        else:
            messages.success(request, _("Saved."))
            return redirect("sources:source", source=source)
    return render(request, "sources/edit.html", {"form": form, "kind": KINDS[row.kind], "source": row})


@require_http_methods(["GET", "HEAD", "POST"])
def lookup(request: Request, lookup: int) -> HttpResponse:
    """Show what the addresses offer as it is found, and take in what was chosen."""
    page = queries.lookup_page(request.actor, lookup)
    at = clock.now()
    form = ChosenForm(request.POST or None, page=page, units=people.unit_choices(request.actor))
    refused: tuple[actions.Refusal, ...] = ()
    if request.method == "POST" and form.is_valid():
        added, refused = actions.add_sources(form.drafts(), by=request.actor, at=at)
        if added:
            words = ngettext("%(count)s source added.", "%(count)s sources added.", len(added))
            messages.success(request, words % {"count": len(added)})
        if not refused:
            return redirect("sources:list")
    context = {"page": page, "form": form, "ticked": form.ticked, "refused": refused}
    return render(request, "sources/lookup.html", context)


@require_safe
def lookup_answers(request: Request, lookup: int) -> HttpResponse:
    """Give the part of the page that changes while sites are searched."""
    page = queries.lookup_page(request.actor, lookup)
    form = ChosenForm(page=page, units=people.unit_choices(request.actor))
    return render(request, "sources/_answers.html", {"page": page, "form": form, "ticked": form.ticked})
