"""Assessing: two opinions, blind to each other; where they differ, a proposal, agreement or recorded dissent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.kernel.trail.actions import record
from answerable.response.cases.actions import telling, timing
from answerable.response.cases.actions.words import needed
from answerable.response.cases.actions.working import move
from answerable.response.cases.events import CaseAssessed
from answerable.response.cases.models import Assessment, Case, Opinion
from answerable.response.cases.queries.door import case_to_assess, case_to_lead
from answerable.response.cases.queries.door import open_case as still_open
from answerable.response.cases.queries.names import subject_of
from answerable.response.cases.rules.free_text import Personal
from answerable.response.cases.rules.levels import MARKS, RANK, Factor, Level, level_of
from answerable.response.cases.rules.states import ROUND_MOVES, Move, RoundMove, RoundState, State

#: A case is assessed by two people (e-concern, min_assessors: 2).
ASSESSORS = 2


@dataclass(frozen=True, slots=True)
class OpinionDraft:
    """What one person thinks: a mark for every factor, and why."""

    marks: Mapping[str, int]
    reasons: str
    personal: str = Personal.ASK


@dataclass(frozen=True, slots=True)
class Proposal:
    """A level that is to hold for both, and why."""

    level: str
    reasons: str
    personal: str = Personal.ASK


def give_opinion(case: int, draft: OpinionDraft, *, by: Actor, at: datetime) -> None:
    """Give one's own opinion, once, without having seen the other's. Two of one level agree by themselves."""
    marks = _marks(draft)
    reasons = needed(draft.reasons, _("An assessment needs reasons."), draft.personal)
    with transaction.atomic():
        row = still_open(case_to_assess(by, case))
        found = _open_assessment(row)
        given = list(found.opinions.order_by("place"))
        person = _new_assessor(given, by)
        level = level_of(marks, timing.level_rows())
        Opinion.objects.create(
            assessment=found,
            person_id=person,
            person_name=by.name,
            place=len(given) + 1,
            marks={factor.value: mark for factor, mark in marks.items()},
            level=level,
            reasons=reasons,
            given_at=at,
        )
        record("cases.give_opinion", subject_of(row.pk), by=by, at=at, assessment=found.number)
        if not given:
            telling.tell_second_opinion(row, by=by, at=at)
        elif given[0].level == level:
            _settle(row, found, RoundMove.AGREE, level, "", by=by, at=at)
        else:
            telling.tell_differing(row, [given[0].person_id], by=by, at=at)


def _marks(draft: OpinionDraft) -> dict[Factor, int]:
    marks = {Factor(name): mark for name, mark in draft.marks.items() if name in set(Factor)}
    if set(marks) != set(Factor) or not all(mark in MARKS for mark in marks.values()):
        raise Anticipated(_("Every factor needs a mark."), _("“None” is a mark too."))
    return marks


def _new_assessor(given: list[Opinion], by: Actor) -> int:
    """Give the person who may fill the next place: not one who has spoken, and no third."""
    if by.person is None:
        raise NotAllowed(_("Only a person can assess."), _("Let somebody with a post do it."))
    if any(opinion.person_id == by.person for opinion in given):
        raise Anticipated(
            _("You have given your opinion already."), _("The other one comes from somebody else.")
        )
    if len(given) >= ASSESSORS:
        raise Anticipated(
            _("Two people have assessed this already."), _("Ask for a new assessment if needed.")
        )
    return by.person


def _open_assessment(row: Case) -> Assessment:
    found = row.assessments.select_for_update().exclude(state=RoundState.AGREED).order_by("-number").first()
    if found is None:
        raise Anticipated(
            _("There is no assessment open."), _("Register the case first, or ask for a new assessment.")
        )
    return Assessment.objects.get(pk=found.pk)


def _both(found: Assessment) -> list[Opinion]:
    opinions = list(found.opinions.order_by("place"))
    if len(opinions) < ASSESSORS:
        raise Anticipated(_("The second opinion is missing."), _("Two different people assess a case."))
    return opinions


def propose_level(case: int, proposal: Proposal, *, by: Actor, at: datetime) -> None:
    """Propose, as one of the two, the level that is to hold where they differ."""
    level, reasons = _proposed(proposal)
    with transaction.atomic():
        row = still_open(case_to_assess(by, case))
        found = _open_assessment(row)
        others = [opinion.person_id for opinion in _both(found) if opinion.person_id != by.person]
        if len(others) == ASSESSORS:
            raise NotAllowed(_("Only the two who assessed can propose."), _("Let one of them do it."))
        ROUND_MOVES.make(
            Assessment.objects.filter(pk=found.pk),
            RoundState(found.state),
            RoundMove.PROPOSE,
            level=level,
            reasons=reasons,
            proposed_by_id=by.person,
            proposed_by_name=by.name,
        )
        record("cases.propose_level", subject_of(row.pk), by=by, at=at, level=level, reasons=reasons)
        telling.tell_proposed(row, others, by=by, at=at)


def _proposed(proposal: Proposal) -> tuple[Level, str]:
    if proposal.level not in set(Level):
        raise Anticipated(_("Choose a level."), _("It is one of four."))
    return Level(proposal.level), needed(proposal.reasons, _("Say why this level holds."), proposal.personal)


def agree(case: int, *, by: Actor, at: datetime) -> None:
    """Agree, as the other of the two, with the proposed level."""
    with transaction.atomic():
        row = still_open(case_to_assess(by, case))
        found = _the_others(_open_assessment(row), by)
        _settle(row, found, RoundMove.AGREE, Level(found.level), found.reasons, by=by, at=at)


def dissent(case: int, words: str, *, personal: str = Personal.ASK, by: Actor, at: datetime) -> None:
    """Put on record, as the other of the two, that one does not agree and why; somebody who leads decides."""
    said = needed(words, _("Say why you do not agree: it is kept with the level."), personal)
    with transaction.atomic():
        row = still_open(case_to_assess(by, case))
        found = _the_others(_open_assessment(row), by)
        ROUND_MOVES.make(
            Assessment.objects.filter(pk=found.pk),
            RoundState(found.state),
            RoundMove.DISSENT,
            dissent=said,
            dissent_by_name=by.name,
        )
        record("cases.dissent", subject_of(row.pk), by=by, at=at, words=said)
        telling.tell_disputed(row, by=by, at=at)


def _the_others(found: Assessment, by: Actor) -> Assessment:
    """Give an assessment whose proposal waits for this actor: one of the two, and not the one who proposed."""
    assessors = {opinion.person_id for opinion in _both(found)}
    if by.person not in assessors - {found.proposed_by_id}:
        raise NotAllowed(
            _("This waits for the other of the two."), _("Who proposed a level cannot settle it.")
        )
    return found


def decide_level(case: int, proposal: Proposal, *, by: Actor, at: datetime) -> None:
    """Decide where the two could not agree. The dissent stays on record."""
    level, reasons = _proposed(proposal)
    with transaction.atomic():
        row = still_open(case_to_lead(by, case))
        found = _open_assessment(row)
        if by.person in {opinion.person_id for opinion in _both(found)}:
            raise NotAllowed(
                _("Who assessed cannot decide the dispute."), _("Let somebody else who leads decide.")
            )
        _settle(row, found, RoundMove.DECIDE, level, reasons, by=by, at=at)


def _settle(
    row: Case, found: Assessment, made: RoundMove, level: Level, reasons: str, *, by: Actor, at: datetime
) -> None:
    ROUND_MOVES.make(
        Assessment.objects.filter(pk=found.pk),
        RoundState(found.state),
        made,
        level=level,
        reasons=reasons,
        settled_by_name=by.name,
        settled_at=at,
    )
    put_level(row, level, by=by, at=at)


def put_level(row: Case, level: Level, *, by: Actor, at: datetime) -> None:
    """Let a level hold for a case: the clocks follow it, and the case is assessed."""
    before = row.level
    Case.objects.filter(pk=row.pk).update(level=level, rank=RANK[level])
    row.level, row.rank = level, RANK[level]
    timing.meet(row, ["assess"], by=by, at=at)
    if State(row.state) is State.REGISTERED:
        move(row, Move.ASSESS, by=by, at=at)
    timing.change_level(row, before, level, by=by, at=at)
    record("cases.put_level", subject_of(row.pk), by=by, at=at, before=before, level=level)
    telling.tell_level(row, by=by, at=at)
    events.publish(CaseAssessed(row.pk, level, at))


def assess_anew(case: int, occasion: str, *, personal: str = Personal.ASK, by: Actor, at: datetime) -> None:
    """Ask for a new assessment, because something has changed. The former one stays and holds until then."""
    said = needed(occasion, _("Say what has changed."), personal)
    with transaction.atomic():
        row = still_open(case_to_assess(by, case))
        last = row.assessments.order_by("-number").first()
        if last is None or last.state != RoundState.AGREED:
            raise Anticipated(_("The present assessment is not finished."), _("Finish it first."))
        Assessment.objects.create(case=row, number=last.number + 1, occasion=said, opened_at=at)
        record("cases.assess_anew", subject_of(row.pk), by=by, at=at, occasion=said)
        telling.tell_to_assess(row, by=by, at=at)
