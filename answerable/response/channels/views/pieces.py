"""The content desk, the calendar, the log, and one piece."""

from datetime import date, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from answerable.kernel import clock
from answerable.response.channels.forms import DeskFilter, KeepForm, OutForm, ReasonForm, ScheduleForm
from answerable.response.channels.queries import desk as desks
from answerable.response.channels.queries.door import DRAFT
from answerable.response.channels.queries.log import log_page
from answerable.response.channels.queries.piece import PiecePage, copy_of, piece_page
from answerable.response.channels.views.register import number
from answerable.web.requests import Request


@require_safe
def desk(request: Request) -> HttpResponse:
    """List pieces; tab and filters are in the address."""
    asked = request.GET
    wish = desks.DeskWish(
        asked.get("tab", "work"),
        asked.get("words", "")[:200],
        asked.get("kind", ""),
        number(asked.get("channel")),
        number(asked.get("page"), 1),
    )
    found = desks.desk(request.actor, wish)
    names = {
        "work": _("Being written"),
        "review": _("In review"),
        "ready": _("Ready and scheduled"),
        "out": pgettext("pieces", "Published"),
        "due": _("To be looked at again"),
        "gone": _("Replaced, withdrawn, dropped"),
        "all": _("All"),
    }
    context = {
        "desk": found,
        "wish": wish,
        "tabs": [(key, name, found.counts[key]) for key, name in names.items()],
        "form": DeskFilter(asked, channels=desks.channel_choices()),
        "may_draft": request.actor.may(DRAFT),
        "is_filtered": bool(wish.words or wish.kind or wish.channel),
        "to_do": desks.to_do(request.actor),
        "pages": Paginator(range(found.total), desks.PAGE_SIZE).get_page(found.page),
    }
    return render(request, "channels/desk.html", context)


def first_day(asked: str) -> date | None:
    """Read the day that the address asks for; a day that does not exist, or lies far off, is not asked for."""
    try:
        day = parse_date(asked[:10])
    except ValueError:  # written as a date, such as 2020-13-45, and yet none
        return None
    return day if day and date(2000, 1, 1) <= day <= date(2100, 1, 1) else None


@require_safe
def calendar(request: Request) -> HttpResponse:
    """Show five weeks of what is planned, scheduled and out."""
    days = desks.calendar(request.actor, first_day(request.GET.get("from", "")), at=clock.now())
    context = {
        "weeks": [days[place : place + 7] for place in range(0, len(days), 7)],
        "before": days[0].day - timedelta(days=7 * desks.WEEKS),
        "after": days[-1].day + timedelta(days=1),
        "first": days[0].day,
        "last": days[-1].day,
    }
    return render(request, "channels/calendar.html", context)


@require_safe
def log(request: Request) -> HttpResponse:
    """Show what went out, where, when, and who read it before."""
    found = log_page(request.actor, page=number(request.GET.get("page"), 1))
    pages = Paginator(range(found.total), desks.PAGE_SIZE).get_page(found.page)
    return render(request, "channels/log.html", {"log": found, "pages": pages})


@require_safe
def piece(request: Request, piece: int) -> HttpResponse:
    """Show one piece."""
    return show(request, piece_page(request.actor, piece, at=clock.now()))


def show(request: Request, page: PiecePage, **more: Any) -> HttpResponse:
    """Render the page of a piece with its forms."""
    status = more.pop("status", 200)
    context = {
        "page": page,
        "schedule": ScheduleForm(),
        "reason": ReasonForm(),
        "keep": KeepForm(),
        "out": OutForm(),
        **more,
    }
    return render(request, "channels/piece.html", context, status=status)


@require_safe
def copy(request: Request, piece: int, channel: int) -> HttpResponse:
    """Give a piece as the plain text that its keeper copies onto a platform."""
    ready = copy_of(request.actor, piece, channel)
    if ready is None:
        raise Http404
    response = HttpResponse(f"{ready.title}\n\n{ready.text}\n", content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="piece-{piece}-{channel}.txt"'
    return response
