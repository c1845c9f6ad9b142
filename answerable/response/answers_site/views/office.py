"""What readers said, for the office."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from answerable.kernel.errors import NotFound
from answerable.response.answers_site import queries
from answerable.web.requests import Request


@require_safe
def table(request: Request) -> HttpResponse:
    """List the answers that readers judged."""
    asked = request.GET.get("page", "1")
    found = queries.judged(request.actor, page=int(asked) if asked.isdecimal() and len(asked) < 6 else 1)
    return render(request, "answers_site/office/table.html", {"table": found})


@require_safe
def one(request: Request, answer: int) -> HttpResponse:
    """Show what readers said of one answer."""
    found = queries.verdicts_of(request.actor, answer)
    if found is None:
        raise NotFound(_("There is no published answer of this number."), _("Look at the list of answers."))
    return render(request, "answers_site/office/one.html", {"verdicts": found})
