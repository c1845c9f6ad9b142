"""Making a paper: which kind, then for which days."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.office.people import queries as people
from answerable.reports import actions, queries
from answerable.reports.forms import MakeForm
from answerable.reports.kinds import KINDS, Kind
from answerable.reports.queries.door import WRITE
from answerable.reports.rules.periods import span_of
from answerable.web.requests import Request

#: Rooms whose pages lead here with their subject; others are asked for on the form.
ASKED_HERE = ("", "post")


@require_safe
def kinds(request: Request) -> HttpResponse:
    """Show which papers can be made: all, or those about one thing."""
    request.actor.need(WRITE)
    subject = request.GET.get("subject", "")[:80]
    sort = subject.partition(":")[0]
    fitting = [
        (key, kind.about)
        for key, kind in KINDS.items()
        if (kind.about.subject == sort if sort else kind.about.subject in ASKED_HERE)
    ]
    there = queries.papers_about(request.actor, subject) if subject else ()
    return render(request, "reports/kinds.html", {"kinds": fitting, "subject": subject, "there": there})


@require_http_methods(["GET", "POST"])
def make(request: Request, kind: str) -> HttpResponse:
    """Ask for the days, the unit and the language of a paper, and make its draft."""
    request.actor.need(WRITE)
    if kind not in KINDS:
        raise NotFound(_("There is no such kind of paper."), _("Choose one from the list."))
    chosen = KINDS[kind]
    form = MakeForm(
        request.POST or None, initial=_initial(request, chosen), units=_units(request), posts=_posts(chosen)
    )
    if request.method == "POST" and form.is_valid():
        try:
            paper = actions.make(form.asked(kind), by=request.actor, at=clock.now())
        except (NotAllowed, NotFound):
            raise
        except Anticipated as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The draft is made. Read it, and write what only people know."))
            return redirect("reports:one", paper=paper)
    return render(request, "reports/make.html", {"form": form, "kind": chosen.about})


def _initial(request: Request, kind: Kind) -> dict[str, Any]:
    """Offer the last whole span: yesterday, last week, last quarter."""
    today = people.day_of(clock.now())
    this, _end = span_of(kind.about.span, today)
    begin, end = span_of(kind.about.span, this - timedelta(days=1))
    subject = request.GET.get("subject", "")[:80]
    if subject and not subject.startswith("post:"):
        begin, end = this, today
    body = people.body()
    return {
        "begin": begin,
        "end": end,
        "language": "zh-hans" if request.LANGUAGE_CODE.startswith("zh") else "en",
        "unit": body.id if body is not None and body.id in request.actor.units else None,
        "subject": subject,
    }


def _units(request: Request) -> list[tuple[Any, Any]]:
    choices = list(people.unit_choices(request.actor))
    home = people.home_unit(request.actor)
    if home is not None and home not in {unit for unit, _name in choices}:
        choices.insert(0, (home, people.unit_names([home])[home]))
    return choices


def _posts(kind: Kind) -> list[tuple[Any, Any]]:
    if kind.about.subject != "post":
        return []
    return [(f"post:{post.id}", f"{post.title} · {post.unit_name}") for post in people.posts_here()]
