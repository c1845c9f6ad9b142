"""Pages of the mailbox and of files of letters."""

from typing import cast

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.office.people.reading.apart import read_rows
from answerable.office.people.rules.roster_reasons import FILE_REASONS, MOST_BYTES, BadRoster
from answerable.response.letters import actions, queries
from answerable.response.letters.forms import MailboxForm, SheetForm
from answerable.response.letters.queries.door import CONTACT
from answerable.response.letters.words import SHEET_STATES
from answerable.response.letters.workbook import XLSX, template_book
from answerable.web.requests import Request


@require_http_methods(["GET", "HEAD", "POST"])
def mailbox(request: Request) -> HttpResponse:
    """Show how the mailbox stands, and take how it is reached."""
    known = queries.mailbox(request.actor)
    fields = ("host", "port", "sealing", "user", "folder", "is_on")
    first = {name: getattr(known, name) for name in fields} if known else None
    form = MailboxForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        actions.keep_mailbox(form.draft(), by=request.actor, at=clock.now())
        messages.success(request, _("Kept. The mailbox is read within a minute."))
        return redirect("letters:mailbox")
    context = {"form": form, "known": known}
    return render(request, "letters/mailbox.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def hand_in(request: Request) -> HttpResponse:
    """Take a file of letters in, and go on to what it would bring."""
    recent = queries.recent_sheets(request.actor)
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.hand_in_sheet(_file(form.cleaned_data["file"]), by=request.actor, at=clock.now())
        except BadRoster as bad:
            form.add_error("file", str(FILE_REASONS[bad.code] % bad.details))
        except Anticipated as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("letters:sheet", sheet=made)
    context = {"form": form, "recent": recent, "states": SHEET_STATES}
    return render(request, "letters/hand_in.html", context, status=422 if form.errors else 200)


def _file(given: UploadedFile) -> actions.File:
    if (given.size or 0) > MOST_BYTES:
        raise BadRoster("too_large")
    body = cast(bytes, given.read())
    return actions.File(given.name or "", body, read_rows(body))


@require_safe
def sheet(request: Request, sheet: int) -> HttpResponse:
    """Show what a file would bring in, and every row that is refused."""
    shown = queries.preview(request.actor, sheet)
    context = {"shown": shown, "state": SHEET_STATES[shown.sheet.state]}
    return render(request, "letters/sheet.html", context)


@require_POST
def confirm(request: Request, sheet: int) -> HttpResponse:
    """Have the letters of a file taken over."""
    request.actor.need(CONTACT)
    actions.confirm_sheet(sheet, by=request.actor, at=clock.now())
    messages.success(request, _("The letters are being taken over; this page shows when it is done."))
    return redirect("letters:sheet", sheet=sheet)


@require_POST
def drop(request: Request, sheet: int) -> HttpResponse:
    """Lay a file aside."""
    actions.drop_sheet(sheet, by=request.actor, at=clock.now())
    return redirect("letters:sheets")


@require_safe
def template(request: Request) -> HttpResponse:
    """Give an empty file of letters with its heads in the reader's language."""
    request.actor.need(CONTACT)
    answer = HttpResponse(template_book((get_language() or "en").startswith("zh")), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="letters-template.xlsx"'
    return answer
