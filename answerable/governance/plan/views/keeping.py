"""Pages on which the plan is written: beginning a draft, its clauses, duties, file, posts; and its way into force."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from answerable.governance.plan import actions
from answerable.governance.plan.forms import FileForm, ReasonForm, SeenForm
from answerable.governance.plan.queries.pages import starting_points
from answerable.governance.plan.queries.versions import KEEP, versions
from answerable.governance.plan.reading.apart import read_outline
from answerable.governance.plan.rules.refusals import MOST_BYTES, REASONS, BadPaper
from answerable.governance.plan.shipped import shipped_plans
from answerable.kernel import clock
from answerable.kernel.errors import Anticipated, NotFound
from answerable.web.requests import Request

#: How every Word file of the present kind begins.
ZIP = b"PK\x03\x04"


@login_required
@require_http_methods(["POST"])
def begin(request: Request) -> HttpResponse:
    """Begin a draft with a file, and go on to what lint finds in it."""
    request.actor.need(KEEP)
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            made = _begun(cast(UploadedFile, form.cleaned_data["file"]), request)
        except BadPaper as bad:
            form.add_error("file", " ".join(str(part) for part in REASONS[bad.code]))
        except Anticipated as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("plan:findings", version=made)
    context = {"rows": versions(request.actor), "may_keep": True, "form": form, "points": starting_points()}
    return render(request, "plan/versions.html", context, status=422)


def body_of(file: UploadedFile) -> bytes:
    """Read a file that was handed in, if it is no larger than a plan can be."""
    if (file.size or 0) > MOST_BYTES:
        raise BadPaper("too_large")
    return cast(bytes, file.read())


def _begun(file: UploadedFile, request: Request) -> int:
    body, name = body_of(file), file.name or ""
    if not name.lower().endswith((".yaml", ".yml")):
        paper = actions.paper_of(name, body, read_outline(body))
        return actions.import_docx(paper, by=request.actor, at=clock.now())
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise Anticipated(_("The plan file is not in UTF-8."), _("Save it as UTF-8 and try again.")) from None
    return actions.start_draft(text, by=request.actor, at=clock.now())


@login_required
@require_POST
def begin_shipped(request: Request, name: str) -> HttpResponse:
    """Begin a draft with a plan that ships."""
    request.actor.need(KEEP)
    text = shipped_plans().get(name)
    if text is None:
        raise NotFound(_("There is no such plan."), _("Choose one of those listed."))
    made = actions.start_draft(text, by=request.actor, at=clock.now())
    return redirect("plan:findings", version=made)


@login_required
@require_POST
def copy(request: Request, version: int) -> HttpResponse:
    """Begin a draft with the text of a version."""
    made = actions.copy_draft(version, by=request.actor, at=clock.now())
    messages.success(request, _("A draft was begun with this text."))
    return redirect("plan:version", version=made)


@login_required
@require_POST
def drop(request: Request, version: int) -> HttpResponse:
    """Lay a draft aside."""
    actions.drop(version, by=request.actor, at=clock.now())
    return redirect("plan:versions")


@login_required
@require_POST
def propose(request: Request, version: int) -> HttpResponse:
    """Hand a draft in."""
    actions.propose(version, seen=_seen(request), by=request.actor, at=clock.now())
    messages.success(request, _("Handed in. A second person can approve it now."))
    return redirect("plan:version", version=version)


@login_required
@require_POST
def approve(request: Request, version: int) -> HttpResponse:
    """Approve the text that was read."""
    actions.approve(version, seen=_seen(request), by=request.actor, at=clock.now())
    messages.success(request, _("Approved. It comes into force by itself on its day."))
    return redirect("plan:version", version=version)


@login_required
@require_POST
def send_back(request: Request, version: int) -> HttpResponse:
    """Send a version back with a word why."""
    actions.send_back(version, _reason(request), by=request.actor, at=clock.now())
    messages.success(request, _("Sent back to its writers."))
    return redirect("plan:version", version=version)


@login_required
@require_POST
def recall(request: Request, version: int) -> HttpResponse:
    """Make a draft again of an approved version."""
    actions.recall(version, by=request.actor, at=clock.now())
    messages.success(request, _("It is a draft again; the approval is void."))
    return redirect("plan:version", version=version)


@login_required
@require_POST
def put_in_force(request: Request, version: int) -> HttpResponse:
    """Put an approved version in force whose day has come."""
    actions.put_in_force(version, by=request.actor, at=clock.now())
    messages.success(request, _("In force. Its duties, clocks and gates hold from now on."))
    return redirect("plan:reader")


@login_required
@require_POST
def repeal(request: Request, version: int) -> HttpResponse:
    """Take the plan in force out of force."""
    actions.repeal(version, _reason(request), by=request.actor, at=clock.now())
    return redirect("plan:version", version=version)


def _seen(request: Request) -> str:
    form = SeenForm(request.POST)
    return str(form.cleaned_data["seen"]) if form.is_valid() else ""


def _reason(request: Request) -> str:
    form = ReasonForm(request.POST)
    return str(form.cleaned_data["reason"]) if form.is_valid() else ""
