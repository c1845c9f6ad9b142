"""The morning brief, and when it is told."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from answerable.kernel import clock
from answerable.reports import actions, queries
from answerable.reports.forms import TimeForm
from answerable.reports.kinds.composing import compose
from answerable.reports.kinds.wording import unit_swaps
from answerable.web.requests import Request


@require_safe
def brief(request: Request) -> HttpResponse:
    """Show this morning's brief: five lines, then detail."""
    at = clock.now()
    gathered, period = queries.brief(request.actor, at=at)
    language = "zh-hans" if request.LANGUAGE_CODE.startswith("zh") else "en"
    first, *rest = compose(gathered, period, language, unit_swaps(language))
    context = {
        "title": gathered.title,
        "lines": gathered.parts[0].said,
        "heading": first.heading,
        "passages": rest,
        "language": language,
        "at": at,
        "form": TimeForm(initial={"time": _chosen(request)}),
        "day": period.begin,
    }
    return render(request, "reports/brief.html", context)


def _chosen(request: Request) -> str:
    minute = queries.brief_minute(request.actor)
    return "" if minute is None else f"{minute // 60:02}:{minute % 60:02}"


@require_POST
def choose_time(request: Request) -> HttpResponse:
    """Keep when the brief is told."""
    request.actor.need("papers.read")
    form = TimeForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(map(str, form.errors["time"])))
        return redirect("reports:brief")
    actions.choose_brief_time(form.minute(), by=request.actor, at=clock.now())
    told = form.cleaned_data["time"]
    messages.success(
        request,
        _("The brief is told to you at %(time)s each morning.") % {"time": f"{told:%H:%M}"}
        if told
        else _("The brief is not told to you any more. It stays here."),
    )
    return redirect("reports:brief")
