"""Files in and out: tables of items with a preview, lists of feeds as OPML."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from answerable.kernel import clock
from answerable.listening.sources import actions, queries
from answerable.listening.sources.actions.keeping import KEEP
from answerable.listening.sources.forms import FileForm, OpmlForm
from answerable.listening.sources.queries.intake import outlines, source_to_edit
from answerable.listening.sources.rules.opml import write_opml
from answerable.web.requests import Request


@require_http_methods(["GET", "HEAD", "POST"])
def file_in(request: Request, source: int) -> HttpResponse:
    """Take a file for a source; a job reads it into a preview."""
    row = source_to_edit(request.actor, source)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        handed_in = actions.hand_in_file(source, file.name, file.read(), by=request.actor, at=clock.now())
        return redirect("sources:import", handed_in=handed_in)
    return render(request, "sources/file_in.html", {"form": form, "source": row})


@require_http_methods(["GET", "HEAD", "POST"])
def handed_in(request: Request, handed_in: int) -> HttpResponse:
    """Show how a file reads, and take it in or drop it."""
    page = queries.import_page(request.actor, handed_in)
    if request.method == "POST":
        at = clock.now()
        if request.POST.get("decision") == "take":
            actions.ask_to_take(handed_in, by=request.actor, at=at)
        else:
            actions.drop_file(handed_in, by=request.actor, at=at)
            messages.success(request, _("The file was dropped. Nothing of it was kept."))
            return redirect("sources:source", source=page.source)
        return redirect("sources:import", handed_in=handed_in)
    name = "sources/_import.html" if request.headers.get("HX-Request") else "sources/import.html"
    return render(request, name, {"page": page})


@require_safe
def opml_out(request: Request) -> HttpResponse:
    """Give all feeds that are read as an OPML file."""
    found = outlines(request.actor)
    content = write_opml(_("Sources of Answerable"), found, at=clock.now())
    response = HttpResponse(content, content_type="text/x-opml; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="sources.opml"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def opml_in(request: Request) -> HttpResponse:
    """Read a list of feeds and show which of them can be taken in."""
    request.actor.need(KEEP)
    form = OpmlForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        lookup = actions.offer_outlines(form.cleaned_data["outlines"], by=request.actor, at=clock.now())
        return redirect("sources:lookup", lookup=lookup)
    return render(request, "sources/opml_in.html", {"form": form})
