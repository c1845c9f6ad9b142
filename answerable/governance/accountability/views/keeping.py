"""What whoever keeps a file does: open, judge excuses, name people, tell, end the hearing, serve, drop, close."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST

from answerable.governance.accountability import forms
from answerable.governance.accountability.actions import (
    closing,
    deciding,
    delivering,
    hearing,
    opening,
    reviewing,
    seating,
)
from answerable.governance.accountability.queries import lists
from answerable.governance.accountability.queries.choosing import people_for
from answerable.governance.accountability.queries.page import FilePage, file_page
from answerable.governance.accountability.rules.excuses import Verdict
from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.rules.seats import JUDGING, Role
from answerable.governance.accountability.views.asking import Ask
from answerable.governance.accountability.words import EXCUSES, ROLES
from answerable.kernel import clock
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.web.requests import Request

ASKED = ["GET", "HEAD", "POST"]


@require_http_methods(ASKED)
def open_file(request: Request, finding: int) -> HttpResponse:
    """Open a file on a confirmed finding."""
    at = clock.now()
    found = next((one for one in lists.findings_to_look_at(request.actor) if one.id == finding), None)
    form = forms.TextForm(request.POST or None, label=_("Why this is to be looked at"))
    if request.method == "POST" and form.is_valid():
        try:
            file = opening.open_file(finding, form.cleaned_data["text"], by=request.actor, at=at)
        except (NotAllowed, NotFound):
            raise
        except Anticipated as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("accountability:one", file)
    if found is None:
        raise Http404
    context = {"form": form, "finding": found}
    return render(request, "accountability/open.html", context, status=422 if form.errors else 200)


@require_http_methods(ASKED)
def judge(request: Request, file: int, excuse: int) -> HttpResponse:
    """Judge an excuse."""
    page = file_page(request.actor, file, at=clock.now())
    one = next((one for one in page.excuses if one.id == excuse), None)
    if one is None:
        raise Http404
    form = forms.VerdictForm(request.POST or None)
    ask = Ask(page, EXCUSES[one.key], pgettext("file", "Judge it"))

    def act() -> None:
        given = form.cleaned_data
        opening.judge_excuse(
            excuse, Verdict(given["verdict"]), given["text"], by=request.actor, at=clock.now()
        )

    return ask.answer(request, form, act)


@require_http_methods(ASKED)
def name_people(request: Request, file: int, role: str) -> HttpResponse:
    """Name people for a part."""
    if role not in (Role.FINDER, Role.PANEL, Role.REVIEWER):
        raise Http404
    at = clock.now()
    page = file_page(request.actor, file, at=at)
    choices = people_for(request.actor, file, Role(role), at=at)
    form = forms.PeopleForm(request.POST or None, choices=choices)
    title = _("Who %(part)s") % {"part": ROLES[Role(role)]}
    intro = _(
        "Nobody concerned, no superior who takes these filings, nobody who has had another part is listed."
    )
    if role in JUDGING:
        least = _("At least three, and one of them with a post that decides.")
        intro = f"{least} {intro}"
    return Ask(page, title, pgettext("file", "Name them"), intro).answer(
        request,
        form,
        lambda: seating.name_people(file, Role(role), form.cleaned_data["people"], by=request.actor, at=at),
    )


@require_http_methods(ASKED)
def tell(request: Request, file: int) -> HttpResponse:
    """Tell the one concerned facts and grounds."""
    page = _page(request, file)
    form = forms.TellForm(request.POST or None)
    intro = _("What is named here is the most that can follow; a defence never makes it heavier.")
    return Ask(page, _("Tell the person concerned"), pgettext("file", "Tell"), intro, grave=True).answer(
        request,
        form,
        lambda: hearing.tell_concerned(file, form.telling(), by=request.actor, at=clock.now()),
    )


@require_http_methods(ASKED)
def end_hearing(request: Request, file: int) -> HttpResponse:
    """Close the hearing with what was verified."""
    page = _page(request, file)
    form = forms.TextForm(request.POST or None, label=_("What of the defence was verified, and how"))
    return Ask(page, _("End the hearing"), _("End the hearing")).answer(
        request,
        form,
        lambda: hearing.end_hearing(file, form.cleaned_data["text"], by=request.actor, at=clock.now()),
    )


@require_http_methods(ASKED)
def give_time(request: Request, file: int) -> HttpResponse:
    """Give more time to answer."""
    page = _page(request, file)
    form = forms.TimeForm(request.POST or None)
    return Ask(page, _("More time to answer"), _("Give more time")).answer(
        request,
        form,
        lambda: hearing.give_time(
            file, form.moment(), form.cleaned_data["text"], by=request.actor, at=clock.now()
        ),
    )


@require_http_methods(ASKED)
def by_hand(request: Request, file: int, paper: int) -> HttpResponse:
    """Write down that a paper was handed over."""
    page = _page(request, file)
    form = forms.HandForm(request.POST or None)
    return Ask(page, _("Handed over before a witness"), _("Write it down")).answer(
        request,
        form,
        lambda: delivering.deliver_by_hand(
            paper, form.cleaned_data["witness"], form.cleaned_data["text"], by=request.actor, at=clock.now()
        ),
    )


@require_http_methods(ASKED)
def answer_doubt(request: Request, file: int, seat: int) -> HttpResponse:
    """Answer a doubt of the one concerned."""
    page = _page(request, file)
    form = forms.DoubtForm(request.POST or None)
    return Ask(page, _("Answer the doubt"), pgettext("file", "Answer")).answer(
        request,
        form,
        lambda: seating.answer_doubt(
            seat,
            form.cleaned_data["text"],
            aside=form.cleaned_data["aside"],
            by=request.actor,
            at=clock.now(),
        ),
    )


@require_http_methods(ASKED)
def drop(request: Request, file: int) -> HttpResponse:
    """Drop the file."""
    page = _page(request, file)
    form = forms.TextForm(request.POST or None, label=_("Reason"))
    return Ask(page, pgettext("file", "Drop the file"), pgettext("file", "Drop it")).answer(
        request,
        form,
        lambda: deciding.drop(file, form.cleaned_data["text"], by=request.actor, at=clock.now()),
    )


@require_http_methods(ASKED)
def record_appeal(request: Request, file: int) -> HttpResponse:
    """Write down what the body above decided."""
    page = _page(request, file)
    form = forms.AppealForm(request.POST or None, most=page.measure or Measure.NONE)
    return Ask(page, _("Decision on appeal"), _("Write it down")).answer(
        request,
        form,
        lambda: reviewing.record_appeal(file, form.outcome(), by=request.actor, at=clock.now()),
    )


@require_POST
def serve(request: Request, file: int) -> HttpResponse:
    """Serve the decision."""
    delivering.serve(file, by=request.actor, at=clock.now())
    return redirect("accountability:one", file)


@require_POST
def close(request: Request, file: int) -> HttpResponse:
    """Close the file."""
    closing.close(file, by=request.actor, at=clock.now())
    return redirect("accountability:one", file)


def _page(request: Request, file: int) -> FilePage:
    return file_page(request.actor, file, at=clock.now())
