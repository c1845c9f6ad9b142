"""People: their posts and their days away."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.kernel import clock
from answerable.office.people import actions, queries
from answerable.office.people.forms import AbsenceForm, PersonForm
from answerable.office.people.views.asking import Ask
from answerable.web.requests import Request


def _place(person: int) -> str:
    return reverse("people:person", args=[person])


@login_required
@require_safe
def persons(request: Request) -> HttpResponse:
    """List the people."""
    words = request.GET.get("words", "")
    page = queries.persons(request.actor, at=clock.now(), text=words, page=request.GET.get("page", 1))
    context = {"page": page, "words": words, "may_keep": request.actor.may("people.keep")}
    return render(request, "people/persons.html", context)


@login_required
@require_safe
def person(request: Request, person: int) -> HttpResponse:
    """Show one person."""
    shown = queries.person_page(request.actor, person, at=clock.now())
    return render(request, "people/person.html", {"shown": shown})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_person(request: Request) -> HttpResponse:
    """Add a person."""
    request.actor.need("people.keep")
    form = PersonForm(request.POST or None)
    return Ask(_("Add a person"), _("Add"), reverse("people:persons")).answer(
        request,
        form,
        lambda: actions.add_person(form.draft(), by=request.actor, at=clock.now()),
        _("Added."),
        to=lambda made: _place(made.pk),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change_person(request: Request, person: int) -> HttpResponse:
    """Change what is known of a person."""
    request.actor.need("people.keep")
    row = queries.person_page(request.actor, person, at=clock.now()).person
    names = ("name", "email", "staff_number")
    form = PersonForm(request.POST or None, initial={name: getattr(row, name) for name in names})
    return Ask(_("Change the person"), _("Save"), _place(person)).answer(
        request,
        form,
        lambda: actions.change_person(person, form.draft(), by=request.actor, at=clock.now()),
        _("Saved."),
    )


@login_required
@require_POST
def retire_person(request: Request, person: int) -> HttpResponse:
    """Note that somebody has left."""
    actions.retire_person(person, by=request.actor, at=clock.now())
    return redirect("people:persons")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_absence(request: Request, person: int) -> HttpResponse:
    """Note days away."""
    at = clock.now()
    shown = queries.person_page(request.actor, person, at=at)
    if request.actor.person != person:
        request.actor.need("people.keep")
    form = AbsenceForm(request.POST or None, initial={"begins_on": queries.day_of(at)})
    title = _("Days on which %(name)s is away") % {"name": shown.person.name}
    return Ask(title, _("Save"), _place(person)).answer(
        request,
        form,
        lambda: actions.add_absence(person, form.span(), by=request.actor, at=at),
        _("Saved. On these days the acting holder or the first backup answers."),
    )


@login_required
@require_POST
def drop_absence(request: Request, person: int, absence: int) -> HttpResponse:
    """Take an absence back."""
    actions.drop_absence(absence, by=request.actor, at=clock.now())
    return redirect(_place(person))
