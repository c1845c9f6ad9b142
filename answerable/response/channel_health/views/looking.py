"""Pages that show: the board and one channel; and the button that looks again."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from answerable.kernel import clock
from answerable.kernel.jobs.actions import enqueue_once
from answerable.office.people import queries as people
from answerable.response.channel_health import actions, jobs, queries
from answerable.response.channel_health.actions.entering import may_judge, may_keep, need_keeper
from answerable.response.channel_health.forms import FilterForm, GraveForm
from answerable.response.channel_health.queries.board import PAGE_SIZE
from answerable.response.channel_health.rules.metrics import STANDING_NAMES
from answerable.response.channels.rules.states import ChannelKind
from answerable.web.requests import Request


@require_safe
def board(request: Request) -> HttpResponse:
    """Show every channel by how it stands; tab, filters and page are in the address."""
    form = FilterForm(request.GET, units=people.unit_choices(request.actor))
    wish = form.wish()
    found = queries.board(request.actor, wish, at=clock.now())
    everything = sum(number for _standing, number in found.counts)
    tabs: list[tuple[str, object, int]] = [("", _("all"), everything)]
    tabs += [(one.value, STANDING_NAMES[one], number) for one, number in found.counts]
    context = {
        "board": found,
        "wish": wish,
        "form": form,
        "tabs": tabs,
        "pages": Paginator(range(found.total), PAGE_SIZE).get_page(found.page),
        "is_filtered": bool(wish.words or wish.kind or wish.unit or wish.standing),
        "may_enter": request.actor.may("channels.keep"),
    }
    return render(request, "channel_health/board.html", context)


@require_safe
def one(request: Request, channel: int) -> HttpResponse:
    """Show one channel: how it stands, what was found, what is looked at, how it went."""
    page = request.GET.get("page", "")
    found = queries.channel_page(
        request.actor,
        channel,
        tab=request.GET.get("tab", ""),
        page=int(page) if page.isdecimal() else 1,
        at=clock.now(),
    )
    keeps = may_keep(request.actor, found.channel)
    context = {
        "page": found,
        "pages": Paginator(range(found.total), queries.one.PAGE_SIZE).get_page(found.page),
        "may_keep": keeps,
        "may_judge": may_judge(request.actor),
        "may_say": keeps or may_judge(request.actor),
        "is_site": found.channel.kind is ChannelKind.SITE,
        "running": next((row for row in found.rounds if row.running), None),
        "grave": GraveForm(),
    }
    return render(request, "channel_health/one.html", context)


@require_POST
def look_again(request: Request, channel: int) -> HttpResponse:
    """Look again now at what was wrong."""
    at = clock.now()
    row = need_keeper(request.actor, channel) if not may_judge(request.actor) else None
    row = row or queries.channel_page(request.actor, channel, at=at).channel
    begun = None
    if row in jobs.sites():
        day = people.day_of(at)
        begun = actions.begin_round(channel, row.address, day, whole=False, by=request.actor, at=at)
    if begun is None:
        messages.warning(request, _("It is being looked at already, or was looked at often enough today."))
    else:
        enqueue_once(jobs.look, f"channel_health.look:{begun}", round_id=begun)
        messages.success(request, _("What was wrong is looked at again. Load the page in a minute."))
    return redirect("channel_health:one", channel)
