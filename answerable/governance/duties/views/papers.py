"""Writing, proving, signing and filing."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from answerable.governance.duties.actions import deciding, filing
from answerable.governance.duties.forms import EvidenceForm, PaperForm, ReceiptForm
from answerable.governance.duties.queries.page import run_page
from answerable.governance.duties.views.asking import Ask
from answerable.kernel import clock
from answerable.web.requests import Request


@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: Request, occurrence: int) -> HttpResponse:
    """Write the paper of a run; it begins with the headings of last time."""
    at = clock.now()
    page = run_page(request.actor, occurrence, at=at)
    begun = page.paper
    initial = {
        "title": begun.title,
        "addressee": begun.addressee,
        "number": begun.number,
        "body": begun.body,
        "edition": begun.edition,
    }
    form = PaperForm(request.POST or None, initial=initial)
    ask = Ask(_("Write the paper"), _("Save"), page.row)
    return ask.answer(
        request,
        form,
        lambda: filing.save_draft(occurrence, form.draft(), by=request.actor, at=at),
        _("Saved. It is not filed yet."),
        keep=f"paper-{occurrence}-{begun.edition}",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, occurrence: int) -> HttpResponse:
    """Add evidence: a link to what exists, or a file."""
    at = clock.now()
    page = run_page(request.actor, occurrence, at=at)
    before = tuple((row.id, row.title) for row in page.evidence if row.is_newest)
    kinds = page.duty.evidence if page.duty else ()
    initial = {"kind": request.GET.get("kind") or (page.missing[0] if page.missing else "other")}
    form = EvidenceForm(
        request.POST or None, request.FILES or None, kinds=kinds, before=before, initial=initial
    )
    ask = Ask(_("Add evidence"), _("Add"), page.row)
    return ask.answer(
        request,
        form,
        lambda: filing.add_evidence(occurrence, form.proven(), by=request.actor, at=at),
        _("Added. It is not filed yet."),
    )


@require_POST
def drop(request: Request, evidence: int) -> HttpResponse:
    """Take back evidence that was not handed in yet."""
    occurrence = filing.drop_evidence(evidence, by=request.actor, at=clock.now())
    messages.success(request, _("Taken back."))
    return redirect("duties:run", occurrence)


@require_POST
def sign(request: Request, occurrence: int) -> HttpResponse:
    """Sign the paper as it was read."""
    filing.sign(occurrence, request.POST.get("hash", ""), by=request.actor, at=clock.now())
    messages.success(request, _("Signed."))
    return redirect("duties:run", occurrence)


@require_POST
def file(request: Request, occurrence: int) -> HttpResponse:
    """File what there is."""
    nothing = request.POST.get("nothing") == "1"
    filing.file_run(occurrence, nothing_found=nothing, by=request.actor, at=clock.now())
    messages.success(request, _("Filed."))
    return redirect("duties:run", occurrence)


@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: Request, occurrence: int) -> HttpResponse:
    """Note when a paper went upward and what was given for it."""
    at = clock.now()
    page = run_page(request.actor, occurrence, at=at)
    initial = {
        "sent_on": page.paper.sent_on,
        "receipt": page.paper.receipt,
        "received_on": page.paper.receipt_on,
    }
    form = ReceiptForm(request.POST or None, initial=initial)
    return Ask(_("Sent upward"), _("Save"), page.row).answer(
        request,
        form,
        lambda: deciding.note_receipt(
            occurrence,
            form.cleaned_data["receipt"],
            sent_on=form.cleaned_data["sent_on"],
            received_on=form.cleaned_data["received_on"],
            by=request.actor,
            at=at,
        ),
        _("Noted."),
    )
