"""Pages of letters: the list, one letter, writing one down, the figures."""

import secrets
from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.kernel import clock
from answerable.office.people import queries as people
from answerable.response.letters import actions, queries
from answerable.response.letters.forms import FilterForm, HandForm, MoveForm
from answerable.response.letters.queries.door import CONTACT, WORK
from answerable.response.letters.queries.listing import PAGE_SIZE
from answerable.response.letters.rules.references import SEED_BYTES, keys_of
from answerable.response.letters.rules.states import Way
from answerable.response.letters.words import TAB_NAMES
from answerable.response.letters.workbook import XLSX, letters_book
from answerable.web.days import days_asked
from answerable.web.requests import Request

#: The period of the figures that the page offers first.
QUARTER = timedelta(days=92)
PERIODS = (31, 92, 366)


def _filters(request: Request) -> FilterForm:
    return FilterForm(request.GET, units=people.unit_choices(request.actor))


@require_safe
def table(request: Request) -> HttpResponse:
    """List the letters; tab, filters and order stand in the address."""
    form = _filters(request)
    wish = form.wish()
    found = queries.table(request.actor, wish, at=clock.now())
    context = {
        "table": found,
        "wish": wish,
        "form": form,
        "tabs": [(key, name, found.counts[key]) for key, name in TAB_NAMES.items()],
        "pages": Paginator(range(found.total), PAGE_SIZE).get_page(found.page),
        "is_filtered": wish.is_narrowed,
        "days": days_asked(request.GET),
        "may_work": request.actor.may(WORK),
        "is_office": request.actor.may(CONTACT),
    }
    return render(request, "letters/list.html", context)


@require_safe
def export(request: Request) -> HttpResponse:
    """Give what the list shows, all its pages, as an XLSX file."""
    rows = queries.all_rows(request.actor, _filters(request).wish(), at=clock.now())
    answer = HttpResponse(letters_book(rows), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="letters.xlsx"'
    return answer


@require_safe
def letter(request: Request, letter: int) -> HttpResponse:
    """Show one letter: what it says, whose it is, until when, and what can be done."""
    page = queries.letter_page(request.actor, letter, at=clock.now())
    units = [(pk, name) for pk, name in people.unit_choices(request.actor) if pk != page.unit]
    return render(request, "letters/letter.html", {"page": page, "form": MoveForm(units=units)})


@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: Request, letter: int) -> HttpResponse:
    """Ask before a contact is shown; show it once, and leave an entry in the trail."""
    request.actor.need(CONTACT)
    page = queries.letter_page(request.actor, letter, at=clock.now())
    seen = None
    if request.method == "POST":
        seen = actions.look_at_contact(letter, by=request.actor, at=clock.now())
    return render(request, "letters/contact.html", {"page": page, "contact": seen})


@require_POST
def take_out_file(request: Request, letter: int, file: int) -> HttpResponse:
    """Give a file of an asker, as something to be saved and never as something to be opened here."""
    name, body = actions.take_out_file(letter, file, by=request.actor, at=clock.now())
    answer = HttpResponse(body, content_type="application/octet-stream")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{_quoted(name)}"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _quoted(name: str) -> str:
    return "".join(
        sign if (sign.isascii() and sign.isalnum()) or sign in "-._" else _percent(sign) for sign in name
    )


def _percent(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode())


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request) -> HttpResponse:
    """Write down what somebody said on the telephone, brought along or sent on paper."""
    request.actor.need(WORK)
    first = {"language": get_language() or "zh-hans", "received_at": clock.now()}
    form = HandForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        draft = actions.LetterDraft(
            way=Way.HAND,
            title=said["title"],
            text=said["text"],
            contact=form.contact(),
            keys=keys_of(secrets.token_bytes(SEED_BYTES)),
            received_at=said["received_at"],
            language=said["language"],
        )
        made = actions.receive(draft, by=request.actor, at=clock.now())
        if made is not None:
            messages.success(request, _("Written down as %(reference)s.") % {"reference": made.reference})
            return redirect("letters:list")
    return render(request, "letters/add.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def figures(request: Request) -> HttpResponse:
    """Show how letters were answered, with the numbers that each share is of."""
    asked = request.GET.get("days", "")
    days = int(asked) if asked in {str(number) for number in PERIODS} else PERIODS[1]
    at = clock.now()
    begin = at - timedelta(days=days)
    context = {
        "figures": queries.figures_for(request.actor, begin, at),
        "press": queries.inquiry_figures(begin, at),
        "begin": begin,
        "days": days,
        "periods": PERIODS,
    }
    return render(request, "letters/figures.html", context)
