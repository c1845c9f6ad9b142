"""Programmes and rounds before anything is looked at."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.inspections.actions.notes import locked_round, need_words
from answerable.governance.inspections.methods import METHODS
from answerable.governance.inspections.models import Draw, Programme, Round, Visit
from answerable.governance.inspections.queries.door import KEEP
from answerable.governance.inspections.queries.populations import POPULATIONS
from answerable.governance.inspections.rules import checklist, terms
from answerable.governance.inspections.rules.checklist import MOST_QUESTIONS, Question
from answerable.governance.inspections.rules.seeds import fault_of_sources
from answerable.governance.inspections.rules.states import (
    LOTS,
    STAGES,
    TRIPS,
    LotMove,
    Lots,
    Stage,
    Step,
    Trip,
    TripMove,
)
from answerable.governance.inspections.rules.terms import Terms
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotFound
from answerable.kernel.trail.actions import record


@dataclass(frozen=True, slots=True)
class ProgrammeDraft:
    """A programme as somebody writes it."""

    title: str
    method: str
    population: str = "units"
    duty: str = ""
    terms: Terms = field(default_factory=Terms)
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class RoundDraft:
    """A round as somebody plans it; of a programme it takes over method, terms and checklist."""

    title: str
    begins_on: date
    ends_on: date
    method: str = ""
    population: str = "units"
    duty: str = ""
    terms: Terms = field(default_factory=Terms)
    questions: tuple[Question, ...] = ()
    programme: int | None = None


def save_programme(draft: ProgrammeDraft, *, programme: int | None = None, by: Actor, at: datetime) -> int:
    """Keep a programme, new or changed; gives its id. Rounds that were planned keep the checklist they began with."""
    by.need(KEEP)
    _refuse_unfit(draft.method, draft.population, draft.terms, draft.questions)
    fields = {
        "title": need_words(draft.title, _("Give it a title."))[:200],
        "method": draft.method,
        "population": draft.population,
        "duty": draft.duty[:80],
        "settings": terms.as_record(draft.terms),
        "questions": _questions(draft.method, draft.questions),
    }
    with transaction.atomic():
        if programme is None:
            row = Programme.objects.create(**fields, created_at=at)
        else:
            found = Programme.objects.select_for_update().filter(pk=programme).first()
            if found is None:
                raise NotFound(_("There is no such programme."), _("Go back to the inspections."))
            row = found
            Programme.objects.filter(pk=row.pk).update(**fields)
        record("inspections.save_programme", f"programme:{row.pk}", by=by, at=at, title=fields["title"])
    return row.pk


def end_programme(programme: int, *, by: Actor, at: datetime) -> None:
    """End a programme: no round follows; those there were stay."""
    by.need(KEEP)
    with transaction.atomic():
        if not Programme.objects.filter(pk=programme, state="active").update(state="ended"):
            raise NotFound(
                _("There is no such programme, or it has ended."), _("Go back to the inspections.")
            )
        record("inspections.end_programme", f"programme:{programme}", by=by, at=at)


def plan_round(draft: RoundDraft, *, by: Actor, at: datetime) -> int:
    """Plan a round, of a programme or alone; gives its id."""
    by.need(KEEP)
    with transaction.atomic():
        fields = _of_programme(draft) if draft.programme else _alone(draft)
        row = Round.objects.create(
            **fields,
            title=need_words(draft.title, _("Give it a title."))[:200],
            begins_on=draft.begins_on,
            ends_on=max(draft.begins_on, draft.ends_on),
            state_since=at,
            created_at=at,
            created_by=by.name,
        )
        record("inspections.plan_round", f"round:{row.pk}", by=by, at=at, method=row.method, duty=row.duty)
    return row.pk


def _of_programme(draft: RoundDraft) -> dict[str, Any]:
    programme = Programme.objects.filter(pk=draft.programme or 0, state="active").first()
    if programme is None:
        raise NotFound(_("There is no such programme, or it has ended."), _("Go back to the inspections."))
    return {
        "programme": programme,
        "method": programme.method,
        "population": programme.population,
        "duty": programme.duty,
        "settings": programme.settings,
        "questions": programme.questions,
    }


def _alone(draft: RoundDraft) -> dict[str, Any]:
    _refuse_unfit(draft.method, draft.population, draft.terms, draft.questions)
    return {
        "method": draft.method,
        "population": draft.population,
        "duty": draft.duty[:80],
        "settings": terms.as_record(draft.terms),
        "questions": _questions(draft.method, draft.questions),
    }


def save_questions(round_id: int, questions: tuple[Question, ...], *, by: Actor, at: datetime) -> None:
    """Change the checklist of a round that has not begun; what runs is asked of everybody alike."""
    by.need(KEEP)
    with transaction.atomic():
        row = locked_round(round_id)
        if Stage(row.state) is not Stage.PLANNED:
            raise Anticipated(
                _("The round has begun: everybody is asked the same."),
                _("Change the checklist of the programme; the next round takes it over."),
            )
        _refuse_long(questions)
        Round.objects.filter(pk=row.pk).update(questions=_questions(row.method, questions))
        record("inspections.save_questions", f"round:{row.pk}", by=by, at=at, questions=len(questions))


def cancel_round(round_id: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Cancel a round; its draws stay listed as cancelled, with the same reason."""
    by.need(KEEP)
    with transaction.atomic():
        row = locked_round(round_id)
        why = need_words(reason, _("Say why the round is cancelled."))
        rows = Round.objects.filter(pk=row.pk)
        STAGES.make(rows, Stage(row.state), Step.CANCEL, state_since=at, reason=why)
        for lot in Draw.objects.filter(round=row).exclude(state=Lots.CANCELLED):
            gone = {"cancelled_at": at, "cancelled_by": by.name, "reason": why}
            LOTS.make(Draw.objects.filter(pk=lot.pk), Lots(lot.state), LotMove.CANCEL, **gone)
        for visit in Visit.objects.filter(round=row, state__in=(Trip.PLANNED, Trip.BEGUN)):
            TRIPS.make(Visit.objects.filter(pk=visit.pk), Trip(visit.state), TripMove.DROP)
        record("inspections.cancel_round", f"round:{row.pk}", by=by, at=at, reason=why)


def _questions(method: str, questions: tuple[Question, ...]) -> list[dict[str, Any]]:
    """Give the checklist as it is kept; where none was written, the method's own."""
    return [checklist.as_record(one) for one in questions or METHODS[method].questions()]


def _refuse_long(questions: tuple[Question, ...]) -> None:
    keys = [question.key for question in questions]
    if len(keys) > MOST_QUESTIONS or len(set(keys)) != len(keys):
        raise Anticipated(
            _("A checklist has at most %(most)s different questions.") % {"most": MOST_QUESTIONS},
            _("Leave out what this round need not look at."),
        )


def _refuse_unfit(method: str, population: str, agreed: Terms, questions: tuple[Question, ...]) -> None:
    if method not in METHODS or population not in POPULATIONS:
        raise Anticipated(_("There is no such method or population."), _("Choose one of those listed."))
    _refuse_long(questions)
    if agreed.problem():
        raise Anticipated(
            _("The share, the number of inspectors or the weight does not make sense."),
            _("A share lies above 0 and up to 1, such as 0.10."),
        )
    fault = fault_of_sources(agreed.sources)
    if fault == "one_officer":
        raise Anticipated(
            _("One officer alone could try seeds until the result pleases."),
            _("Take a second officer, a public ritual or a beacon as well."),
        )
    if fault:
        raise Anticipated(_("The seed has to come from somewhere."), _("Choose at least one source."))
