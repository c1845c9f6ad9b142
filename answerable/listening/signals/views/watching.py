"""Pages of watches: the list, the form with what it finds now and what its switch would have done."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.kernel import clock
from answerable.kernel.errors import NotFound
from answerable.listening.signals import actions, queries
from answerable.listening.signals.forms import WatchForm, said_before
from answerable.listening.signals.queries.door import KEEP, SHARE, watch_to_keep
from answerable.listening.signals.rules.choices import AT_LEAST
from answerable.listening.signals.rules.states import WatchMove
from answerable.listening.stories import queries as stories
from answerable.office.people import queries as people
from answerable.web.requests import Request


@require_safe
def watches(request: Request) -> HttpResponse:
    """List the watches that this person may see."""
    rows = queries.watch_rows(request.actor)
    return render(request, "signals/watches.html", {"rows": rows, "may_keep": request.actor.may(KEEP)})


def _form(request: Request, first: dict[str, object]) -> WatchForm:
    units = people.unit_choices(request.actor) if request.actor.may(SHARE) else []
    return WatchForm(request.POST or None, units=units, initial=first)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request) -> HttpResponse:
    """Begin a watch."""
    request.actor.need(KEEP)
    form = _form(request, {"words": request.GET.get("words", "")[:400]})
    if request.method == "POST" and form.is_valid():
        actions.keep_watch(form.draft(), by=request.actor, at=clock.now())
        messages.success(request, _("It watches from the next count on."))
        return redirect("signals:watches")
    return render(request, "signals/watch.html", {"form": form, "watch": None})


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, watch: int) -> HttpResponse:
    """Change a watch."""
    row = watch_to_keep(request.actor, watch)
    form = _form(request, said_before(row))
    if request.method == "POST" and form.is_valid():
        actions.edit_watch(watch, form.draft(), by=request.actor, at=clock.now())
        messages.success(request, _("Saved."))
        return redirect("signals:watches")
    return render(request, "signals/watch.html", {"form": form, "watch": row})


@require_POST
def move_watch(request: Request, watch: int, move: str) -> HttpResponse:
    """Pause, resume or end a watch."""
    if move not in set(WatchMove):
        raise Http404
    actions.move_watch(watch, WatchMove(move), by=request.actor, at=clock.now())
    return redirect("signals:watches")


@require_safe
def preview(request: Request) -> HttpResponse:
    """Give the part of the form that says what the words find now, and have them tried on the history."""
    request.actor.need(KEEP)
    at = clock.now()
    words = request.GET.get("words", "")[:400].strip()
    languages = [tag for tag in request.GET.getlist("languages") if tag in ("zh", "en")]
    asked = request.GET.get("at_least", "")
    at_least = int(asked) if asked in {str(number) for number in AT_LEAST} else 3
    context: dict[str, object] = {"words": words}
    if words:
        context["found"] = stories.preview(words, languages=languages, at=at)
        context["stories"] = stories.search(request.actor, words).stories[:5]
        key = actions.ask_trial(words, languages, at_least, by=request.actor, at=at)
        context |= {"key": key, "trial": queries.trial(key), "switch": request.GET.get("switch", "")}
    return render(request, "signals/_preview.html", context)


@require_safe
def trial(request: Request, key: str) -> HttpResponse:
    """Give what the switch would have done, or say that it is being worked out."""
    request.actor.need(KEEP)
    found = queries.trial(key)
    if found is None:
        raise NotFound(_("This trial is no longer kept."), _("Change the words to ask again."))
    context = {"trial": found, "key": key, "switch": request.GET.get("switch", "")}
    return render(request, "signals/_trial.html", context)
