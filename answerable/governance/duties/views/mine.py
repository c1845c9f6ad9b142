"""My duties, one run, and the three buttons."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.governance.duties.actions import asking, burdens
from answerable.governance.duties.forms import NoteForm, RemarkForm, TimeForm
from answerable.governance.duties.queries.door import occurrence_for
from answerable.governance.duties.queries.mine import mine as my_duties
from answerable.governance.duties.queries.page import run_page
from answerable.governance.duties.queries.rows import row_of, rows_of
from answerable.governance.duties.views.asking import Ask
from answerable.governance.duties.words import evidence_name
from answerable.kernel import clock
from answerable.web.requests import Request

#: Under this name a session remembers what it called a burden, so that one voice counts once.
SAID = "called_burdens"


@require_safe
def mine(request: Request) -> HttpResponse:
    """Show what is with me, what comes, what waits for my decision."""
    page = my_duties(request.actor, at=clock.now(), page=request.GET.get("page", 1))
    return render(request, "duties/mine.html", {"mine": page})


@require_safe
def run(request: Request, occurrence: int) -> HttpResponse:
    """Show one run: clock, evidence, paper, history."""
    at = clock.now()
    page = run_page(request.actor, occurrence, at=at)
    said = request.session.get(SAID, [])
    context: dict[str, Any] = {
        "page": page,
        "row": page.row,
        "beside": rows_of(page.neighbours, at=at),
        "demands": [
            {"thing": kind, "name": evidence_name(kind), "said": _thing(page.row.duty, kind) in said}
            for kind in (page.duty.evidence if page.duty else ())
        ],
        "said_all": _thing(page.row.duty, "") in said,
        "is_late_now": at > page.row.due,
    }
    return render(request, "duties/run.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def ask_time(request: Request, occurrence: int) -> HttpResponse:
    """Ask for more time."""
    at = clock.now()
    row = row_of(occurrence_for(request.actor, occurrence), at=at)
    form = TimeForm(request.POST or None)
    ask = Ask(_("Ask for time"), _("Ask"), row)
    return ask.answer(
        request,
        form,
        lambda: asking.ask_for_time(
            occurrence, form.moment(), form.cleaned_data["reason"], by=request.actor, at=at
        ),
        _("Asked. The due date stays until somebody has answered."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def hand(request: Request, occurrence: int) -> HttpResponse:
    """Hand a run to whoever stands in for me."""
    at = clock.now()
    page = run_page(request.actor, occurrence, at=at)
    form = NoteForm(request.POST or None)
    title = _("Hand to %(name)s") % {"name": page.stands_in} if page.stands_in else _("Hand to my backup")
    return Ask(title, _("Hand over"), page.row).answer(
        request,
        form,
        lambda: asking.hand_to_backup(occurrence, form.cleaned_data["note"], by=request.actor, at=at),
        _("Handed over. Both names stay on record."),
    )


@require_POST
def take(request: Request, passing: int) -> HttpResponse:
    """Take over what came from somebody else."""
    asking.take_over(passing, request.POST.get("note", ""), by=request.actor, at=clock.now())
    messages.success(request, _("It is with you now."))
    return redirect("duties:mine")


@require_http_methods(["GET", "HEAD", "POST"])
def burden(request: Request, occurrence: int) -> HttpResponse:
    """Say that something that is demanded is a burden: counted, never with a name."""
    at = clock.now()
    run = occurrence_for(request.actor, occurrence)
    kind = (request.POST if request.method == "POST" else request.GET).get("kind", "")
    thing = _thing(run.duty, kind)
    form = RemarkForm(request.POST or None)
    ask = Ask(_("This is a burden"), _("Say so, without my name"), row_of(run, at=at))

    def say() -> None:
        said = request.session.get(SAID, [])
        if thing not in said:
            demand = burdens.Demand(thing, *_names(run.name_en, run.name_zh, kind))
            burdens.call_burden(demand, form.cleaned_data["remark"], at=at)
            request.session[SAID] = [*said, thing]

    return ask.answer(request, form, say, _("Counted. Who said it is kept nowhere."))


def _thing(duty: str, kind: str) -> str:
    return f"duty:{duty}:{kind}" if kind else f"duty:{duty}"


def _names(name_en: str, name_zh: str, kind: str) -> tuple[str, str]:
    """Name a demand in both languages."""
    if not kind:
        return name_en, name_zh
    names = {}
    for language in ("en", "zh-hans"):
        with translation.override(language):
            names[language] = evidence_name(kind)
    return f"{name_en or name_zh}: {names['en']}", f"{name_zh or name_en}：{names['zh-hans']}"
