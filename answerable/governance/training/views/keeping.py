"""What the office and trainers do."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from answerable.governance.training import actions
from answerable.governance.training.forms import CourseForm, SessionForm, course_values
from answerable.governance.training.queries.door import KEEP, course_for
from answerable.kernel import clock
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.office.people import queries as people
from answerable.web.requests import Request


@require_http_methods(["GET", "HEAD", "POST"])
def add_course(request: Request) -> HttpResponse:
    """Write a new course."""
    request.actor.need(KEEP)
    return _course(request, None, {"unit": people.home_unit(request.actor), "hours": 2, "mock_minutes": 10})


@require_http_methods(["GET", "HEAD", "POST"])
def edit_course(request: Request, course: int) -> HttpResponse:
    """Change a course."""
    request.actor.need(KEEP)
    return _course(request, course, course_values(course_for(request.actor, course)))


def _course(request: Request, course: int | None, first: dict[str, Any]) -> HttpResponse:
    form = CourseForm(request.POST or None, units=people.unit_choices(request.actor), initial=first)
    at = clock.now()
    saved: list[int] = []
    if request.method == "POST" and form.is_valid():
        done = _attempt(
            form,
            lambda: saved.append(actions.save_course(form.draft(), course=course, by=request.actor, at=at)),
        )
        if done:
            messages.success(request, _("Saved."))
            return redirect("training:course", saved[0])
    heading = _("Change the course") if course else _("Add a course")
    return render(request, "training/form.html", {"form": form, "heading": heading, "course": course})


@require_http_methods(["GET", "HEAD", "POST"])
def plan_session(request: Request, course: int) -> HttpResponse:
    """Plan a session of a course."""
    request.actor.need(KEEP)
    row = course_for(request.actor, course)
    trainers = people.person_choices(request.actor)
    form = SessionForm(request.POST or None, trainers=trainers, initial={"hours": row.hours})
    at = clock.now()
    saved: list[int] = []
    if request.method == "POST" and form.is_valid():
        draft = form.draft(course)
        if _attempt(form, lambda: saved.append(actions.plan_session(draft, by=request.actor, at=at))):
            messages.success(request, _("Planned."))
            return redirect("training:session", saved[0])
    context = {"form": form, "heading": _("Plan a session"), "course": course, "name": row.name}
    return render(request, "training/form.html", context)


def _attempt(form: Any, act: Callable[[], object]) -> bool:
    """Do what a form is for; a refusal is shown in the form, which keeps what was typed."""
    try:
        act()
    except (NotAllowed, NotFound):
        raise
    except Anticipated as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _chosen(request: Request) -> list[int]:
    return [int(one) for one in request.POST.getlist("person") if one.isdecimal() and len(one) < 12]


@require_POST
def enter_others(request: Request, session: int) -> HttpResponse:
    """Give people a place."""
    count = actions.enter(session, _chosen(request), by=request.actor, at=clock.now())
    messages.success(request, _("Entered: %(count)s.") % {"count": count})
    return redirect("training:session", session)


@require_POST
def sign_for(request: Request, session: int) -> HttpResponse:
    """Sign who was there."""
    count = actions.sign_for(session, _chosen(request), by=request.actor, at=clock.now())
    messages.success(request, _("Signed: %(count)s.") % {"count": count})
    return redirect("training:session", session)


@require_POST
def cancel(request: Request, session: int) -> HttpResponse:
    """Call a session off."""
    actions.cancel_session(session, request.POST.get("reason", "")[:1000], by=request.actor, at=clock.now())
    messages.success(request, _("Called off."))
    return redirect("training:session", session)


@require_POST
def feedback(request: Request, exercise: int) -> HttpResponse:
    """Write to somebody's exercise."""
    actions.give_feedback(exercise, request.POST.get("words", "")[:20_000], by=request.actor, at=clock.now())
    messages.success(request, _("Sent. Only the person and those who train see it."))
    return redirect("training:exercise", exercise)
