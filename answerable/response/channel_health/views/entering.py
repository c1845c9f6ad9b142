"""Pages on which people enter what no machine may read, and judge what a machine found."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.office.people.queries import day_of
from answerable.response.channel_health import actions, queries
from answerable.response.channel_health.actions.entering import KEEP, may_keep, need_keeper
from answerable.response.channel_health.forms import FigureForm, GraveForm, SheetForm
from answerable.response.channel_health.rules.faults import Fault, Move
from answerable.response.channel_health.rules.sheet import read_sheet
from answerable.response.channels.queries import channels
from answerable.web.requests import Request


@require_http_methods(["GET", "POST"])
def figures(request: Request, channel: int) -> HttpResponse:
    """Enter what was seen on one channel today."""
    at = clock.now()
    need_keeper(request.actor, channel)
    form = FigureForm(request.POST if request.method == "POST" else None, today=day_of(at))
    if request.method == "POST" and form.is_valid():
        actions.enter_figures([form.said(channel)], by=request.actor, at=at)
        messages.success(request, _("Entered."))
        return redirect("channel_health:one", channel)
    page = queries.channel_page(request.actor, channel, at=at)
    return render(request, "channel_health/figures.html", {"page": page, "form": form})


@require_http_methods(["GET", "POST"])
def enter(request: Request) -> HttpResponse:
    """Take in a sheet of figures: first a preview that names every refused row, then all good rows at once."""
    request.actor.need(KEEP)
    at = clock.now()
    own = [row for row in channels(request.actor) if may_keep(request.actor, row)]
    form = SheetForm(request.POST, request.FILES) if request.method == "POST" else SheetForm()
    read = None
    if request.method == "POST" and form.is_valid():
        read = read_sheet(form.words, {row.name.lower(): row.id for row in own}, day_of(at))
        if read.taken and "take" in request.POST:
            said = [one for _row, _name, one in read.taken]
            number = actions.enter_figures(said, by=request.actor, at=at)
            words = ngettext("%(number)s channel entered.", "%(number)s channels entered.", number)
            messages.success(request, words % {"number": number})
            return redirect("channel_health:board")
    context = {"form": form, "read": read, "own": own[:3], "words": form.words if read else ""}
    return render(request, "channel_health/enter.html", context)


@require_POST
def grave(request: Request, channel: int) -> HttpResponse:
    """Enter a grave fault."""
    form = GraveForm(request.POST)
    if not form.is_valid():
        page = queries.channel_page(request.actor, channel, at=clock.now())
        return render(request, "channel_health/grave.html", {"page": page, "form": form}, status=422)
    said = form.cleaned_data
    fault = Fault(said["fault"])
    actions.enter_grave(channel, fault, said["subject"], said["reason"], by=request.actor, at=clock.now())
    messages.success(request, _("Entered. It fails the channel until it is put right."))
    return redirect("channel_health:one", channel)


@require_POST
def judge(request: Request, finding: int, made: str) -> HttpResponse:
    """Confirm or dismiss a finding, open it again, or note that it is put right."""
    if made not in set(Move):
        raise Http404
    channel = queries.channel_of_finding(request.actor, finding)
    try:
        reason = request.POST.get("reason", "")
        actions.judge_finding(finding, Move(made), reason, by=request.actor, at=clock.now())
    except Anticipated as refused:
        if refused.status != 422:
            raise
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Noted."))
    return redirect("channel_health:one", channel)
