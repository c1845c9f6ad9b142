"""Pages of the room: what waits for me, and one review with its text, what changed, and its steps."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.office.review import actions, queries
from answerable.office.review.forms import LendForm, StepForm
from answerable.office.review.queries import ReviewPage
from answerable.web.requests import Request


@require_safe
def mine(request: Request) -> HttpResponse:
    """Show what waits for me, and what I handed in."""
    page = queries.my_reviews(request.actor, at=clock.now())
    return render(request, "review/mine.html", {"page": page})


@require_safe
def one(request: Request, review: int) -> HttpResponse:
    """Show one review; that its text was put before the reader whose turn it is, is noted."""
    page = queries.review_page(request.actor, review, at=clock.now())
    if page.current is not None and page.hindrance is None and not page.noted:
        actions.note_reading(review, by=request.actor, at=clock.now())
    return _show(request, page, None)


def _show(
    request: Request,
    page: ReviewPage,
    form: StepForm | None,
    *,
    lending: LendForm | None = None,
    status: int = 200,
) -> HttpResponse:
    checks = page.current.checks if page.current else ()
    context = {
        "page": page,
        "form": form or StepForm(checks=checks, initial={"seen_hash": page.review.content_hash}),
        "lending": lending or LendForm(people=page.lendable),
    }
    return render(request, "review/one.html", context, status=status)


@require_POST
def take(request: Request, review: int) -> HttpResponse:
    """Pass the step whose turn it is, or send the text back."""
    page = queries.review_page(request.actor, review, at=clock.now())
    form = StepForm(request.POST, checks=page.current.checks if page.current else ())
    if not form.is_valid():
        return _show(request, page, form, status=422)
    said = form.cleaned_data
    try:
        if "send_back" in request.POST:
            actions.send_back(review, said["comment"], by=request.actor, at=clock.now())
            messages.success(request, _("Sent back with your comment."))
        else:
            actions.pass_step(
                review, said["seen_hash"], said["checks"], said["comment"], by=request.actor, at=clock.now()
            )
            messages.success(request, _("Your reading is on record."))
    except Anticipated as refusal:
        form.add_error(None, str(refusal))
        page = queries.review_page(request.actor, review, at=clock.now())
        return _show(request, page, form, status=refusal.status)
    return redirect("review:one", review)


@require_POST
def lend(request: Request, review: int) -> HttpResponse:
    """Ask a reader of another unit in."""
    page = queries.review_page(request.actor, review, at=clock.now())
    form = LendForm(request.POST, people=page.lendable)
    if not form.is_valid() or page.current is None:
        return _show(request, page, None, lending=form, status=422)
    said = form.cleaned_data
    actions.borrow(review, page.current.id, said["person"], said["reason"], by=request.actor, at=clock.now())
    messages.success(request, _("Asked in; both names and the reason stand beside the step."))
    return redirect("review:one", review)


@require_POST
def withdraw(request: Request, review: int) -> HttpResponse:
    """Take a text back."""
    actions.withdraw(review, by=request.actor, at=clock.now())
    messages.success(request, _("Taken back. Hand it in again when it is ready."))
    return redirect("review:mine")
