"""The list, its sheet, and one answer with its history."""

from dataclasses import replace

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from answerable.response.answers.forms import ChangeForm, FilterForm
from answerable.response.answers.queries import Wish, answer_table
from answerable.response.answers.queries.door import DRAFT
from answerable.response.answers.queries.lists import PAGE_SIZE
from answerable.response.answers.queries.pages import AnswerPage, answer_page
from answerable.response.answers.rules.states import CHANGE_NAMES
from answerable.response.answers.workbook import XLSX, workbook
from answerable.web.days import days_asked
from answerable.web.requests import Request

#: More than any office publishes; a bound for one file.
MOST_ROWS = 20_000


def _wish(request: Request) -> Wish:
    asked = request.GET
    page, days = asked.get("page", ""), days_asked(asked)
    return Wish(
        tab=asked.get("tab", "work"),
        words=asked.get("words", "")[:200],
        kind=asked.get("kind", ""),
        language=asked.get("language", ""),
        page=int(page) if page.isdecimal() else 1,
        since=days.since,
        until=days.until,
    )


@require_safe
def table(request: Request) -> HttpResponse:
    """List answers; tab and filters are in the address."""
    wish = _wish(request)
    found = answer_table(request.actor, wish)
    names = {
        "work": _("Being written"),
        "review": _("In review"),
        "ready": _("Ready to publish"),
        "public": pgettext("answer", "Published"),
        "withdrawn": _("Withdrawn"),
        "all": _("All"),
    }
    context = {
        "table": found,
        "wish": wish,
        "tabs": [(key, name, found.counts[key]) for key, name in names.items()],
        "form": FilterForm(request.GET),
        "may_draft": request.actor.may(DRAFT),
        "is_filtered": bool(wish.words or wish.kind or wish.language or wish.since or wish.until),
        "days": days_asked(request.GET),
        "pages": Paginator(range(found.total), PAGE_SIZE).get_page(found.page),
    }
    return render(request, "answers/list.html", context)


@require_safe
def sheet(request: Request) -> HttpResponse:
    """Give what the list shows, all its pages, as an XLSX file."""
    wish = _wish(request)
    found = answer_table(request.actor, replace(wish, page=1), size=MOST_ROWS)
    address = request.build_absolute_uri("/respond/answers/")
    response = HttpResponse(workbook(found.rows, address), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="answers.xlsx"'
    return response


@require_safe
def one(request: Request, answer: int) -> HttpResponse:
    """Show one answer: what the public sees, what is being worked on, and everything before."""
    return show(request, answer_page(request.actor, answer), None)


def show(request: Request, page: AnswerPage, form: ChangeForm | None, *, status: int = 200) -> HttpResponse:
    """Render the page of one answer, with a form of what follows on it where something may."""
    changes = [(change, CHANGE_NAMES[change]) for change in page.changes]
    context = {"page": page, "form": form or ChangeForm(changes=changes)}
    return render(request, "answers/one.html", context, status=status)
