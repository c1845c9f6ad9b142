"""Entering a release, saying what it is and how it goes out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from answerable.kernel import clock
from answerable.office.people import queries as people
from answerable.response.answers.queries import speakers
from answerable.response.foresight import actions
from answerable.response.foresight.actions import Entry
from answerable.response.foresight.forms.entering import DescribeForm, EntryForm, GoingForm
from answerable.response.foresight.queries.door import WORK, release_for
from answerable.response.foresight.queries.outlets import live_channels
from answerable.response.foresight.views.showing import Step, reopens, show_step
from answerable.web.requests import Request


@require_http_methods(["GET", "POST"])
def enter(request: Request) -> HttpResponse:
    """Enter what is to be announced."""
    request.actor.need(WORK)
    units = people.unit_choices(request.actor)
    start = {
        "unit": people.home_unit(request.actor),
        "language": "zh" if request.LANGUAGE_CODE[:2] == "zh" else "en",
    }
    form = EntryForm(request.POST or None, units=units, initial=start)
    made: list[int] = []
    if request.method == "POST" and form.is_valid():
        said, at = form.entry(), clock.now()
        if form.attempt(
            lambda: made.append(actions.enter(said, personal=form.personal_said, by=request.actor, at=at))
        ):
            messages.success(request, _("Entered. Say now whom it concerns and what may be asked."))
            return redirect("foresight:one", release=made[0])
    return render(request, "foresight/enter.html", {"form": form})


@require_http_methods(["GET", "POST"])
def describe(request: Request, release: int) -> HttpResponse:
    """Change the words of what will be announced."""
    row = release_for(request.actor, release)
    form = DescribeForm(request.POST or None, initial={"title": row.title, "summary": row.summary})

    def act() -> None:
        said = form.cleaned_data
        words = Entry(said["title"], row.kind, said["summary"], row.planned_at)
        actions.describe(release, words, personal=form.personal_said, by=request.actor, at=clock.now())

    step = Step(
        _("What will be announced"),
        _("The former words stay in the trail. An agreed assessment is opened again by a change."),
        _("Save"),
        _("Saved."),
    )
    return show_step(request, row, step, form, act, reopens=reopens(row))


@require_http_methods(["GET", "POST"])
def arrange(request: Request, release: int) -> HttpResponse:
    """Say who speaks for it, where it goes out, and what is listened for afterwards."""
    row, at = release_for(request.actor, release), clock.now()
    posts = [(one.post, f"{one.title} · {one.name}") for one in speakers(at=at)]
    channels = {int(one["id"]): str(one["name"]) for one in row.channels} | dict(live_channels())
    form = GoingForm(
        request.POST or None,
        posts=posts,
        channels=list(channels.items()),
        initial={
            "spokesperson_post": row.spokesperson_post_id,
            "channels": [int(one["id"]) for one in row.channels],
            "terms": "\n".join(row.terms),
            "watch_days": row.watch_days,
        },
    )
    step = Step(
        _("Spokesperson, channels and watch"),
        _("The watch starts by itself when the first part goes out."),
        _("Save"),
        _("Saved."),
    )
    return show_step(
        request,
        row,
        step,
        form,
        lambda: actions.arrange(release, form.going(), by=request.actor, at=at),
        reopens=reopens(row),
    )
