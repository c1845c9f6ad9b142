"""Units, posts and people from one file: hand in, look, confirm."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.office.people import actions, queries
from answerable.office.people.actions.roster import file_refused
from answerable.office.people.forms import ConfirmForm, RosterForm
from answerable.office.people.reading.apart import read_rows
from answerable.office.people.rules.roster_reasons import MOST_BYTES, BadRoster
from answerable.office.people.workbook import XLSX, roster_book, template_book
from answerable.web.requests import Request


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def hand_in(request: Request) -> HttpResponse:
    """Take a file in and go on to what it would change."""
    request.actor.need("people.keep")
    form = RosterForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = cast(UploadedFile, form.cleaned_data["file"])
        try:
            body = _body(file)
            rows = read_rows(body)
            made = actions.hand_in(file.name or "", body, rows, by=request.actor, at=clock.now())
        except BadRoster as bad:
            form.add_error("file", str(file_refused(bad)))
        except Anticipated as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("people:roster", roster=made.pk)
    context = {"form": form, "recent": queries.recent_rosters(request.actor)}
    return render(request, "people/roster_hand_in.html", context, status=422 if form.errors else 200)


def _body(file: UploadedFile) -> bytes:
    if (file.size or 0) > MOST_BYTES:
        raise BadRoster("too_large")
    return cast(bytes, file.read())


@login_required
@require_safe
def roster(request: Request, roster: int) -> HttpResponse:
    """Show what a file would change."""
    shown = queries.preview(request.actor, roster, at=clock.now())
    return render(request, "people/roster.html", {"shown": shown})


@login_required
@require_POST
def apply(request: Request, roster: int) -> HttpResponse:
    """Carry out what was shown."""
    form = ConfirmForm(request.POST)
    request.actor.need("people.keep")
    if form.is_valid():
        actions.apply_roster(roster, **form.cleaned_data, by=request.actor, at=clock.now())
        messages.success(request, _("Done. What you saw is in the tree now."))
    return redirect("people:roster", roster=roster)


@login_required
@require_POST
def drop(request: Request, roster: int) -> HttpResponse:
    """Lay a file aside."""
    actions.drop_roster(roster, by=request.actor, at=clock.now())
    return redirect("people:rosters")


def _book(body: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(body, content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@login_required
@require_safe
def template(request: Request) -> HttpResponse:
    """Give an empty table with its heads in the reader's language and two rows as examples."""
    request.actor.need("people.keep")
    return _book(template_book((get_language() or "en").startswith("zh")), "roster-template.xlsx")


@login_required
@require_safe
def export(request: Request) -> HttpResponse:
    """Give everything that is there as a table that can be handed in again."""
    lines = queries.roster_now(request.actor, at=clock.now())
    return _book(roster_book(lines, (get_language() or "en").startswith("zh")), "roster.xlsx")
