"""One post, its holdings, and what can be done with them."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.kernel import clock
from answerable.office.people import actions, queries
from answerable.office.people.forms import EndForm, HoldingForm, PostForm
from answerable.office.people.views.asking import Ask
from answerable.web.requests import Request


def _place(post: int) -> str:
    return reverse("people:post", args=[post])


@login_required
@require_safe
def post(request: Request, post: int) -> HttpResponse:
    """Show one post with every holding."""
    return render(
        request, "people/post.html", {"shown": queries.post_page(request.actor, post, at=clock.now())}
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_post(request: Request, unit: int) -> HttpResponse:
    """Add a post to a unit."""
    request.actor.need("people.keep", unit=unit)
    form = PostForm(request.POST or None, units=queries.unit_choices(request.actor), initial={"unit": unit})
    return Ask(_("Add a post"), _("Add"), reverse("people:unit", args=[unit])).answer(
        request,
        form,
        lambda: actions.add_post(form.draft(), by=request.actor, at=clock.now()),
        _("Added. Now say who holds it."),
        to=lambda made: _place(made.pk),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change_post(request: Request, post: int) -> HttpResponse:
    """Change a post."""
    row = queries.post_page(request.actor, post, at=clock.now()).post
    request.actor.need("people.keep", unit=row.unit_id)
    initial = {"code": row.code, "title": row.title, "kind": row.kind, "unit": row.unit_id}
    form = PostForm(request.POST or None, units=queries.unit_choices(request.actor), initial=initial)
    return Ask(_("Change the post"), _("Save"), _place(post)).answer(
        request,
        form,
        lambda: actions.change_post(post, form.draft(), by=request.actor, at=clock.now()),
        _("Saved."),
    )


@login_required
@require_POST
def close_post(request: Request, post: int) -> HttpResponse:
    """Abolish a post that nobody holds any more."""
    actions.close_post(post, by=request.actor, at=clock.now())
    return redirect(_place(post))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def hold_post(request: Request, post: int) -> HttpResponse:
    """Say who holds a post."""
    at = clock.now()
    row = queries.post_page(request.actor, post, at=at).post
    request.actor.need("people.keep", unit=row.unit_id)
    initial = {"begins_on": queries.day_of(at)}
    form = HoldingForm(request.POST or None, people=queries.person_choices(request.actor), initial=initial)
    return Ask(_("Who holds “%(post)s”") % {"post": row.title}, _("Save"), _place(post)).answer(
        request, form, lambda: actions.hold_post(form.draft(post), by=request.actor, at=at), _("Saved.")
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def end_holding(request: Request, holding: int) -> HttpResponse:
    """Say when a holding ends."""
    at = clock.now()
    row = queries.holding_for(request.actor, holding)
    form = EndForm(request.POST or None, initial={"ends_on": queries.day_of(at)})
    title = _("Until when %(person)s holds “%(post)s”") % {"person": row.person.name, "post": row.post.title}
    return Ask(title, _("End"), _place(row.post_id)).answer(
        request,
        form,
        lambda: actions.end_holding(holding, ends_on=form.cleaned_data["ends_on"], by=request.actor, at=at),
        _("Saved."),
    )
