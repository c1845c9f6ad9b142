"""The lines of an assessment, asking the public, and closing gaps."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.decorators.http import require_http_methods, require_POST

from answerable.kernel import clock
from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.office.people import queries as people
from answerable.response.foresight import actions
from answerable.response.foresight.forms.releasing import AskingForm, VoiceForm
from answerable.response.foresight.forms.screening import ScreenedForm, WordsForm
from answerable.response.foresight.forms.writing import (
    AudienceForm,
    GapForm,
    HoldingForm,
    QuestionForm,
    RiskForm,
)
from answerable.response.foresight.models import (
    Audience,
    Consultation,
    Gap,
    PreparedAnswer,
    Release,
    RiskPoint,
    Voice,
)
from answerable.response.foresight.queries.door import release_for
from answerable.response.foresight.queries.foreseen import LessonRow, earlier_than, experience
from answerable.response.foresight.rules.content import HOLDING, QUESTION
from answerable.response.foresight.views.showing import Step, reopens, show_step
from answerable.web.requests import Request


@dataclass(frozen=True)
class Line:
    """One kind of line: its table, its draft, its heading, what it means, and its form."""

    model: type[Any]
    draft: type
    heading: Promise
    meaning: Promise
    form: Callable[..., ScreenedForm]
    only: tuple[tuple[str, str], ...] = ()


LINES: dict[str, Line] = {
    "audience": Line(
        Audience,
        actions.AudienceDraft,
        gettext_lazy("Who is concerned"),
        gettext_lazy("One group with the same matter, and what changes for it."),
        AudienceForm,
    ),
    "risk": Line(
        RiskPoint,
        actions.RiskDraft,
        gettext_lazy("Risk point"),
        gettext_lazy("What could go wrong or be misread, how likely, how grave, and what is done about it."),
        RiskForm,
    ),
    "gap": Line(
        Gap,
        actions.GapDraft,
        gettext_lazy("What is not known yet"),
        gettext_lazy("Somebody finds it out by a day. A gap that is overdue holds the release back."),
        GapForm,
    ),
    "question": Line(
        PreparedAnswer,
        actions.PreparedDraft,
        gettext_lazy("Likely question"),
        gettext_lazy("The answer lies in the case that opens, ready to become a draft there."),
        QuestionForm,
        (("kind", QUESTION),),
    ),
    "holding": Line(
        PreparedAnswer,
        actions.PreparedDraft,
        gettext_lazy("Holding line"),
        gettext_lazy("What is said while something is not known: never more than is known."),
        HoldingForm,
        (("kind", HOLDING),),
    ),
}


@require_http_methods(["GET", "POST"])
def line(request: Request, release: int, kind: str, row: int | None = None) -> HttpResponse:
    """Add a line to an assessment, or change one."""
    if kind not in LINES:
        raise Http404
    chosen, found = LINES[kind], release_for(request.actor, release)
    lessons = experience(found, earlier_than(request.actor, found)) if kind == "question" else ()
    old = _old(chosen, found, row)
    form = chosen.form(
        request.POST or None,
        **_offered(kind, lessons),
        initial=_initial(old, request.GET.get("lesson"), lessons),
    )

    def act() -> None:
        draft = form.draft()  # type: ignore[attr-defined]
        actions.write(release, draft, row, personal=form.personal_said, by=request.actor, at=clock.now())

    step = Step(chosen.heading, chosen.meaning, _("Save"), _("Saved."))
    return show_step(request, found, step, form, act, kind=kind, line=row, reopens=reopens(found))


def _old(chosen: Line, found: Release, row: int | None) -> Any:
    if row is None:
        return None
    old = chosen.model.objects.filter(release=found, pk=row, **dict(chosen.only)).first()
    if old is None:
        raise NotFound(_("This line is not there any more."), _("Look at the release."))
    return old


def _offered(kind: str, lessons: tuple[LessonRow, ...]) -> dict[str, Any]:
    if kind == "gap":
        return {"posts": [(post.id, f"{post.unit_name} · {post.title}") for post in people.posts_here()]}
    return {"lessons": [(one.asked, one.question) for one in lessons]} if kind == "question" else {}


def _initial(old: Any, lesson: str | None, lessons: tuple[LessonRow, ...]) -> dict[str, Any]:
    """Give what a form begins with: the line as it is, or what an earlier release taught."""
    if old is not None:
        names = [one.attname for one in old._meta.concrete_fields]
        return {name.removesuffix("_id"): getattr(old, name) for name in names}
    taught = next((one for one in lessons if str(one.asked) == lesson), None)
    return {"question": taught.question, "learnt_from": taught.asked} if taught else {}


@require_POST
def strike(request: Request, release: int, kind: str, row: int) -> HttpResponse:
    """Take a line out of an assessment."""
    kinds = {name: chosen.draft for name, chosen in LINES.items()} | {"similar": actions.SimilarDraft}
    if kind not in kinds:
        raise Http404
    actions.strike(release, kinds[kind], row, by=request.actor, at=clock.now())
    messages.success(request, _("Taken out; it stays in the trail."))
    return redirect("foresight:one", release=release)


@require_http_methods(["GET", "POST"])
def announce(request: Request, release: int) -> HttpResponse:
    """Announce a period of public comment, or a hearing."""
    row = release_for(request.actor, release)
    form = AskingForm(request.POST or None)

    def act() -> None:
        said, by = form.asking(), request.actor
        actions.announce(
            release, said, form.cleaned_data["link"], personal=form.personal_said, by=by, at=clock.now()
        )

    step = Step(
        _("Ask the public"),
        _("The release waits until the last day is over and every opinion has its answer."),
        _("Announce"),
        _("Announced. Write down here what is said."),
    )
    return show_step(request, row, step, form, act)


@require_http_methods(["GET", "POST"])
def voice(request: Request, consultation: int, row: int | None = None) -> HttpResponse:
    """Write down an opinion of the public, and what becomes of it."""
    asked = _asked(request.actor, consultation)
    old = Voice.objects.filter(consultation=asked, pk=row).first() if row else None
    fields = ("summary", "times", "verdict", "why")
    start = {name: getattr(old, name) for name in fields} if old else {}
    form = VoiceForm(request.POST or None, initial=start)

    def act() -> None:
        said, by = form.draft(), request.actor
        actions.note_voice(consultation, said, row, personal=form.personal_said, by=by, at=clock.now())

    step = Step(
        _("Opinion of the public"),
        _("What became of each opinion, and why, is published with the decision."),
        _("Save"),
        _("Saved."),
    )
    return show_step(request, asked.release, step, form, act)


def _asked(actor: Actor, consultation: int) -> Consultation:
    found = Consultation.objects.select_related("release").filter(pk=consultation).first()
    if found is None:
        raise NotFound(_("There is no such consultation."), _("Look at the release."))
    release_for(actor, found.release_id)
    return found


@require_http_methods(["GET", "POST"])
def close_gap(request: Request, gap: int) -> HttpResponse:
    """Say what was found out."""
    found = Gap.objects.filter(pk=gap).first()
    if found is None:
        raise NotFound(_("There is no such gap."), _("Look at the release."))
    row = release_for(request.actor, found.release_id)
    form = WordsForm(request.POST or None, label=_("What was found"), hint=found.text)

    def act() -> None:
        said = form.cleaned_data["words"]
        actions.close_gap(gap, said, personal=form.personal_said, by=request.actor, at=clock.now())

    step = Step(
        _("Close a gap"),
        _("Where it changes an answer or a measure, change that in the assessment as well."),
        pgettext("gap", "Close"),
        pgettext("gap", "Closed."),
    )
    return show_step(request, row, step, form, act)
