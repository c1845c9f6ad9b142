"""The trend page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from answerable.kernel import clock
from answerable.reports import queries
from answerable.reports.kinds.composing import compose
from answerable.reports.kinds.kind import Gathered
from answerable.reports.kinds.parts.trend import refusal
from answerable.reports.kinds.wording import unit_swaps
from answerable.reports.rules.forecast import Refused
from answerable.reports.rules.told import Told
from answerable.web.requests import Request


@require_safe
def trend(request: Request) -> HttpResponse:
    """Show how counts move and what is expected, with how often such an expectation held."""
    asked = request.GET.get("publication", "")
    page = queries.trend_page(
        request.actor, int(asked) if asked.isdecimal() and len(asked) < 12 else None, at=clock.now()
    )
    language = "zh-hans" if request.LANGUAGE_CODE.startswith("zh") else "en"
    expected = [
        (ahead, None, refusal(ahead, one).said(language)) if isinstance(one, Refused) else (ahead, one, "")
        for ahead, one in page.trend.expected
    ]
    context = {
        "page": page,
        "expected": expected,
        "figures": {
            "times": [day for day, _count in page.days],
            "series": [{"name": _("items"), "values": [count for _day, count in page.days]}],
        },
        "passages": compose(Gathered(Told("", ""), page.parts), page.period, language, unit_swaps(language)),
        "language": language,
    }
    return render(request, "reports/trend.html", context)
