"""Pages of signals: the list, one with its evidence, what is done with it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.kernel import clock
from answerable.listening.signals import actions, queries
from answerable.listening.signals.forms import SettleForm, StoriesSwitchForm
from answerable.listening.signals.queries.door import READ, SWITCH
from answerable.listening.signals.queries.signals import PAGE_SIZE
from answerable.listening.signals.rules.states import STATE_NAMES, Move, State
from answerable.web.days import days_asked
from answerable.web.requests import Request

DONE = {
    Move.ACKNOWLEDGE: gettext_lazy("Acknowledged: it stays on the list as yours to look into."),
    Move.TAKE: gettext_lazy("Taken on."),
    Move.DISMISS: gettext_lazy("Put aside, with its reason."),
    Move.END: gettext_lazy("Ended."),
}


@require_safe
def table(request: Request) -> HttpResponse:
    """List signals; the state is in the address."""
    state = request.GET.get("state", "open")
    state = state if state in {*State, "open", "all"} else "open"
    asked, watch = request.GET.get("page", ""), request.GET.get("watch", "")
    days = days_asked(request.GET)
    found = queries.signal_table(
        request.actor,
        state=state,
        watch=int(watch) if watch.isdecimal() else None,
        raised=(days.since, days.until),
        page=int(asked) if asked.isdecimal() else 1,
    )
    tabs = [("open", _("Waiting for somebody")), *STATE_NAMES.items(), ("all", _("All"))]
    switch, at_least = queries.stories_switch()
    every = sum(count for key, count in found.by_state.items() if key != "open")
    context = {
        "table": found,
        "state": state,
        "watch": watch,
        "days": days,
        "tabs": [(key, name, found.by_state.get(key, 0) if key != "all" else every) for key, name in tabs],
        "pages": Paginator(range(found.total), PAGE_SIZE).get_page(found.page),
        "switch": (max(round(switch), 1), at_least),
        "may_switch": request.actor.may(SWITCH),
    }
    return render(request, "signals/list.html", context)


@require_safe
def one(request: Request, signal: int) -> HttpResponse:
    """Show one signal: what was seen, what was expected, the odds, the evidence."""
    page = queries.signal_page(request.actor, signal)
    return render(request, "signals/one.html", {"page": page, "form": SettleForm()})


@require_POST
def move(request: Request, signal: int, move: str) -> HttpResponse:
    """Do something with a signal."""
    if move not in set(Move):
        raise Http404
    form = SettleForm(request.POST)
    if not form.is_valid() or (move == Move.DISMISS and not form.cleaned_data["reason"]):
        form.add_error("reason", _("Choose why this is no matter to follow."))
        page = queries.signal_page(request.actor, signal)
        return render(request, "signals/one.html", {"page": page, "form": form}, status=422)
    at, said = clock.now(), form.cleaned_data
    if move == Move.ACKNOWLEDGE:
        actions.acknowledge(signal, by=request.actor, at=at)
    elif move == Move.TAKE:
        actions.take(signal, by=request.actor, at=at)
    elif move == Move.DISMISS:
        actions.dismiss(signal, said["reason"], said["note"], by=request.actor, at=at)
    else:
        actions.end(signal, said["note"], by=request.actor, at=at)
    messages.success(request, DONE[Move(move)])
    return redirect("signals:one", signal=signal)


@require_http_methods(["GET", "HEAD", "POST"])
def switch(request: Request) -> HttpResponse:
    """Set how many false alarms over all stories are bearable."""
    request.actor.need(SWITCH if request.method == "POST" else READ)
    form = StoriesSwitchForm(request.POST or None, now=queries.stories_switch())
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        actions.set_stories(said["days"], said["at_least"], by=request.actor, at=clock.now())
        messages.success(request, _("Set. It holds from the next count on."))
        return redirect("signals:list")
    return render(request, "signals/switch.html", {"form": form})
