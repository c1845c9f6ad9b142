"""An assessment as its page shows it: blind until both opinions are in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from answerable.kernel.actor import Actor
from answerable.response.cases.models import Assessment, Opinion
from answerable.response.cases.queries.door import ASSESS, LEAD, case_for
from answerable.response.cases.queries.names import CaseName, case_name
from answerable.response.cases.rules.levels import Factor, Level
from answerable.response.cases.rules.states import OPEN, RoundState, State


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """What one assessor thinks."""

    person: int
    name: str
    marks: Mapping[Factor, int]
    level: Level
    reasons: str
    given_at: datetime


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """One assessment. `opinions` holds one's own alone until both are in; `given` counts them all."""

    number: int
    state: RoundState
    occasion: str
    opened_at: datetime
    level: Level | None
    reasons: str
    proposed_by: str
    dissent: str
    dissent_by: str
    settled_by: str
    settled_at: datetime | None
    taken_over: bool
    given: int
    opinions: tuple[OpinionRow, ...]

    @property
    def differs(self) -> bool:
        """Say whether both are in and do not come to one level."""
        return len({opinion.level for opinion in self.opinions}) > 1

    @property
    def differing(self) -> tuple[Factor, ...]:
        """Name the factors on which the two differ."""
        if len(self.opinions) < 2:
            return ()
        one, other = self.opinions
        return tuple(factor for factor in Factor if one.marks.get(factor) != other.marks.get(factor))


@dataclass(frozen=True, slots=True)
class AssessPage:
    """The page of a case's assessments, with what this reader can do now."""

    case: CaseName
    matter: str
    state: State
    now: AssessmentRow | None
    earlier: tuple[AssessmentRow, ...]
    may_give: bool
    may_propose: bool
    may_answer: bool
    may_decide: bool
    may_anew: bool


def assess_page(actor: Actor, case: int) -> AssessPage:
    """Give the assessments of a case; four queries."""
    row = case_for(actor, case)
    rounds = list(row.assessments.order_by("-number").prefetch_related("opinions"))
    shown = [assessment_row(found, actor) for found in rounds]
    running = bool(rounds) and rounds[0].state != RoundState.AGREED
    is_open = State(row.state) in OPEN
    may = dict.fromkeys(("give", "propose", "answer", "decide"), False)
    if running and is_open:
        may = _may(actor, rounds[0], row.unit_id)
    return AssessPage(
        case=case_name(row),
        matter=row.matter,
        state=State(row.state),
        now=shown[0] if shown else None,
        earlier=tuple(shown[1:]),
        may_give=may["give"],
        may_propose=may["propose"],
        may_answer=may["answer"],
        may_decide=may["decide"],
        may_anew=bool(rounds) and not running and is_open and actor.may(ASSESS),
    )


def _may(actor: Actor, found: Assessment, unit: int) -> dict[str, bool]:
    """Say what an actor can do with an assessment that is not settled; actions ask again."""
    people = [opinion.person_id for opinion in found.opinions.all()]
    state, own = RoundState(found.state), actor.person in people
    assesses = actor.may(ASSESS) and actor.person is not None
    full = len(people) == 2
    leads = actor.may(LEAD) and actor.reaches(unit)
    return {
        "give": assesses and not own and not full,
        "propose": assesses and own and full and state is RoundState.OPEN,
        "answer": assesses and own and state is RoundState.PROPOSED and found.proposed_by_id != actor.person,
        "decide": leads and not own and state is RoundState.DISPUTED,
    }


def assessment_row(found: Assessment, actor: Actor) -> AssessmentRow:
    """Give one assessment, loaded with its opinions, as this reader may see it."""
    opinions = sorted(found.opinions.all(), key=lambda opinion: opinion.place)
    both = len(opinions) > 1 or found.state == RoundState.AGREED
    seen = [opinion for opinion in opinions if both or opinion.person_id == actor.person]
    return AssessmentRow(
        number=found.number,
        state=RoundState(found.state),
        occasion=found.occasion,
        opened_at=found.opened_at,
        level=Level(found.level) if found.level else None,
        reasons=found.reasons,
        proposed_by=found.proposed_by_name,
        dissent=found.dissent,
        dissent_by=found.dissent_by_name,
        settled_by=found.settled_by_name,
        settled_at=found.settled_at,
        taken_over=found.taken_over,
        given=len(opinions),
        opinions=tuple(_opinion(opinion) for opinion in seen),
    )


def _opinion(row: Opinion) -> OpinionRow:
    return OpinionRow(
        person=row.person_id,
        name=row.person_name,
        marks={Factor(name): mark for name, mark in row.marks.items()},
        level=Level(row.level),
        reasons=row.reasons,
        given_at=row.given_at,
    )
