"""What a person does: take a place, sign, take a quiz, answer under the clock, hand the record in."""

import io

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from answerable.governance.duties.actions import filing
from answerable.governance.duties.actions.filing import Proven
from answerable.governance.plan import queries as plan
from answerable.governance.training import actions
from answerable.governance.training.queries import door, pages
from answerable.kernel import clock
from answerable.kernel.errors import Anticipated, Moved
from answerable.office.people.queries import day_of
from answerable.web.requests import Request


@require_POST
def enter(request: Request, session: int) -> HttpResponse:
    """Take a place."""
    actions.enter(session, [request.actor.person or 0], by=request.actor, at=clock.now())
    messages.success(request, _("You have a place."))
    return redirect("training:session", session)


@require_POST
def leave(request: Request, session: int) -> HttpResponse:
    """Give the place back."""
    actions.leave(session, by=request.actor, at=clock.now())
    messages.success(request, _("Your place is free again."))
    return redirect("training:session", session)


@require_POST
def sign_own(request: Request, session: int) -> HttpResponse:
    """Sign that I was there."""
    actions.sign_own(session, by=request.actor, at=clock.now())
    messages.success(request, _("Signed. The hours stand in your record."))
    return redirect("training:mine")


@require_http_methods(["GET", "HEAD", "POST"])
def quiz(request: Request, course: int) -> HttpResponse:
    """Take the quiz; what is answered is on the page and nowhere else."""
    page = pages.course_page(request.actor, course, at=clock.now())
    said = {number: request.POST.get(f"q{number}", "") for number in range(len(page.quiz))}
    answers = {number: int(value) for number, value in said.items() if value.isdecimal()}
    wrong: tuple[int, ...] = ()
    if request.method == "POST":
        wrong = actions.take_quiz(course, answers, by=request.actor, at=clock.now())
        if not wrong:
            messages.success(request, _("Passed. That is all that is kept."))
            return redirect("training:course", course)
    rows = [(number, one, answers.get(number), number in wrong) for number, one in enumerate(page.quiz)]
    return render(request, "training/quiz.html", {"page": page, "rows": rows, "again": bool(wrong)})


@require_POST
def begin(request: Request, course: int) -> HttpResponse:
    """Begin the media exercise: from here the clock runs."""
    return redirect("training:exercise", actions.begin_exercise(course, by=request.actor, at=clock.now()))


@require_http_methods(["GET", "HEAD", "POST"])
def exercise(request: Request, exercise: int) -> HttpResponse:
    """Show an exercise; while it runs, write and hand in."""
    at, typed, refused = clock.now(), "", None
    if request.method == "POST":
        typed = request.POST.get("text", "")[:20_000]
        try:
            actions.hand_in_exercise(exercise, typed, by=request.actor, at=at)
        except Moved:
            raise
        except Anticipated as error:
            refused = error
        else:
            messages.success(request, _("Handed in. A trainer writes to it."))
            return redirect("training:exercise", exercise)
    row = door.exercise_for(request.actor, exercise)
    context = {
        "row": row,
        "own": row.person_id == request.actor.person,
        "may_write": door.may_give_feedback(request.actor, row),
        "typed": typed,
        "refused": refused,
        "late": row.handed_at is not None and row.handed_at > row.due_at,
    }
    return render(request, "training/exercise.html", context)


@require_POST
def delete(request: Request, exercise: int) -> HttpResponse:
    """Delete my words."""
    actions.delete_text(exercise, by=request.actor, at=clock.now())
    messages.success(request, _("Your words and what was written to them are deleted."))
    return redirect("training:mine")


@require_POST
def hand_in(request: Request) -> HttpResponse:
    """Add my record to the run of a duty that it proves."""
    at = clock.now()
    asked = request.POST.get("run", "")
    found = [
        one
        for one in pages.provable_hours(request.actor, plan.in_force(at=at), at=at)
        if str(one.run.row.id) == asked
    ]
    if not found or not found[0].met:
        raise Anticipated(
            _("The record does not hold the hours that the plan asks for."),
            _("Take part in a session, let it be signed, then hand the record in."),
        )
    run = found[0].run.row
    record = pages.record_of(request.actor, None, run.period_end.year, at=at)
    paper = render_to_string("training/record_paper.html", {"record": record, "need": found[0].need})
    proven = Proven(
        pages.EVIDENCE,
        _("Training of %(name)s in %(year)s") % {"name": record.name, "year": record.year},
        day_of(at),
        link=request.build_absolute_uri(reverse("training:record-of", args=[record.person])),
        file=io.BytesIO(paper.encode()),
        name=f"training-{record.year}.html",
    )
    filing.add_evidence(run.id, proven, by=request.actor, at=at)
    messages.success(request, _("Added to the duty as evidence. It is not filed yet."))
    return redirect("duties:run", run.id)
