"""After-action reviews."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.kernel import clock
from answerable.response.cases import actions
from answerable.response.cases.forms.reviewing import ActionForm, LessonsForm
from answerable.response.cases.queries import reviewing
from answerable.response.cases.queries.reviewing import ReviewPage
from answerable.response.cases.rules.free_text import PERSONAL_NAMES, PointsAtPerson
from answerable.web.requests import Request


@require_safe
def reviews(request: Request) -> HttpResponse:
    """List the reviews, those due first."""
    return render(request, "cases/reviews.html", {"rows": reviewing.reviews(request.actor)})


@require_http_methods(["GET", "POST"])
def review(request: Request, review: int) -> HttpResponse:
    """Show a review; hold it while it is due, add actions afterwards."""
    page = reviewing.review_page(request.actor, review, at=clock.now())
    form = _form(request, page)
    if request.method == "POST" and form is not None and form.is_valid() and _done(request, page, form):
        return redirect("cases:review", review=review)
    return render(request, "cases/review.html", {"page": page, "form": form})


def _form(request: Request, page: ReviewPage) -> LessonsForm | ActionForm | None:
    return _blank(page, request.POST or None)


def _blank(page: ReviewPage, posted: Any = None) -> LessonsForm | ActionForm | None:
    """Give the form that the review waits for."""
    if page.may_hold:
        return LessonsForm(posted, posts=list(page.posts))
    return ActionForm(posted, posts=list(page.posts)) if page.may_add else None


def _done(request: Request, page: ReviewPage, form: LessonsForm | ActionForm) -> bool:
    who: dict[str, Any] = {"by": request.actor, "at": clock.now()}
    if isinstance(form, LessonsForm):
        lessons = form.lessons()
        done = form.attempt(lambda: actions.hold_review(page.id, lessons, **who))
        said = _("Held. The course is kept as it was.")
    else:
        draft, personal = form.draft(), form.said_personal()
        done = form.attempt(lambda: actions.add_action(page.id, draft, personal=personal, **who))
        said = _("Added; its owner is told.")
    if done:
        messages.success(request, said)
    return done


@require_POST
def finish_action(request: Request, action: int) -> HttpResponse:
    """Say that an action of a review is done."""
    said, personal = request.POST.get("words", ""), request.POST.get("personal", "")
    at = clock.now()
    try:
        review = actions.finish_action(action, said, personal=personal, by=request.actor, at=at)
    except PointsAtPerson as found:
        page = reviewing.review_page(request.actor, reviewing.review_of_action(action), at=at)
        context = {"page": page, "asked": action, "typed": said, "found": found, "answers": PERSONAL_NAMES}
        return render(request, "cases/review.html", {**context, "form": _blank(page)}, status=422)
    messages.success(request, _("Noted."))
    return redirect("cases:review", review=review)


@require_POST
def close_review(request: Request, review: int) -> HttpResponse:
    """Close a review whose actions are all done."""
    actions.close_review(review, by=request.actor, at=clock.now())
    messages.success(request, _("Closed."))
    return redirect("cases:review", review=review)
