"""Pages of questions of the press."""

import secrets

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.office.people import queries as people
from answerable.response.letters import actions, queries
from answerable.response.letters.forms import InquiryForm, MoveForm, PressAnswerForm
from answerable.response.letters.queries.door import CONTACT, WORK
from answerable.response.letters.queries.inquiries import TABS
from answerable.response.letters.queries.listing import PAGE_SIZE
from answerable.response.letters.rules.references import SEED_BYTES, keys_of
from answerable.response.letters.words import INQUIRY_TAB_NAMES
from answerable.web.requests import Request


@require_safe
def inquiries(request: Request) -> HttpResponse:
    """List the questions of the press, the next to run out first."""
    tab, page = request.GET.get("tab", "open"), request.GET.get("page", "1")
    tab = tab if tab in TABS else "open"
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1
    found = queries.inquiry_table(request.actor, tab, number, at=clock.now())
    context = {
        "table": found,
        "tab": tab,
        "tabs": [(key, name, found.counts[key]) for key, name in INQUIRY_TAB_NAMES.items()],
        "pages": Paginator(range(found.total), PAGE_SIZE).get_page(found.page),
        "may_work": request.actor.may(WORK),
    }
    return render(request, "letters/inquiries.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add_inquiry(request: Request) -> HttpResponse:
    """Take a question of the press in."""
    request.actor.need(WORK)
    units = people.unit_choices(request.actor)
    first = {"received_at": clock.now(), "case": request.GET.get("case", "")}
    form = InquiryForm(request.POST or None, units=units, initial=first)
    if request.method == "POST" and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("outlet", "title", "question", "received_at")}
        draft = actions.InquiryDraft(
            **said,
            wanted_at=form.cleaned_data["wanted_at"],
            unit=form.cleaned_data["unit"],
            case=form.cleaned_data["case"],
            contact=form.contact(),
            keys=keys_of(secrets.token_bytes(SEED_BYTES)),
        )
        made = actions.take_inquiry(draft, by=request.actor, at=clock.now())
        return redirect("letters:inquiry", inquiry=made)
    return render(request, "letters/add_inquiry.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def inquiry(request: Request, inquiry: int) -> HttpResponse:
    """Show one question of the press, its clock, and its answer on its way through the gate."""
    return _page(request, inquiry)


def _page(request: Request, inquiry: int, form: PressAnswerForm | None = None) -> HttpResponse:
    page = queries.inquiry_page(request.actor, inquiry, at=clock.now())
    first = {"text": page.answer, "spokesperson": page.spokesperson, "link": page.link}
    units = [(pk, name) for pk, name in people.unit_choices(request.actor) if pk != page.unit]
    context = {"page": page, "form": form or PressAnswerForm(initial=first), "moving": MoveForm(units=units)}
    return render(request, "letters/inquiry.html", context, status=422 if form else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def journalist(request: Request, inquiry: int) -> HttpResponse:
    """Ask before the journalist's contact is shown; show it once, and leave an entry in the trail."""
    request.actor.need(CONTACT)
    page = queries.inquiry_page(request.actor, inquiry, at=clock.now())
    seen = None
    if request.method == "POST":
        seen = actions.look_at_journalist(inquiry, by=request.actor, at=clock.now())
    return render(request, "letters/journalist.html", {"page": page, "contact": seen})


@require_POST
def write_press_answer(request: Request, inquiry: int) -> HttpResponse:
    """Keep what the outlet will be told, and give it to its readers."""
    form = PressAnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, inquiry, form)
    try:
        actions.write_press_answer(inquiry, form.answer(), by=request.actor, at=clock.now())
    except Anticipated as refusal:
        form.add_error(None, str(refusal))
        return _page(request, inquiry, form)
    messages.success(
        request, _("Saved. A text goes to its readers; a published answer can be passed on at once.")
    )
    return redirect("letters:inquiry", inquiry=inquiry)


@require_POST
def move_inquiry(request: Request, inquiry: int, move: str) -> HttpResponse:
    """Acknowledge, give to a unit, tie to a case, answer or decline."""
    form = MoveForm(request.POST, units=people.unit_choices(request.actor))
    if not form.is_valid():
        raise Anticipated(_("Something in the form is missing or too long."), _("Go back and look at it."))
    said, by, at = form.cleaned_data, request.actor, clock.now()
    if move == "acknowledge":
        actions.acknowledge_inquiry(inquiry, by=by, at=at)
    elif move == "answer":
        actions.answer_inquiry(inquiry, by=by, at=at)
    elif move == "decline":
        actions.decline_inquiry(inquiry, said["words"], by=by, at=at)
    elif move == "give" and said["unit"] is not None:
        actions.give_inquiry(inquiry, said["unit"], by=by, at=at)
        return redirect("letters:inquiries")
    elif move == "tie" and said["case"] is not None:
        actions.tie_inquiry(inquiry, said["case"], by=by, at=at)
    else:
        raise Http404
    messages.success(request, _("Done."))
    return redirect("letters:inquiry", inquiry=inquiry)
