"""A case's room: everything about it in one look."""

from dataclasses import dataclass
from datetime import datetime

from answerable.kernel.actor import Actor
from answerable.kernel.together import read_children
from answerable.listening.stories import queries as stories
from answerable.listening.stories.queries import StoryRow
from answerable.office.clocks import queries as clocks
from answerable.office.clocks.queries import ClockRow
from answerable.response.cases.models import Case
from answerable.response.cases.queries.assessing import AssessmentRow, assessment_row
from answerable.response.cases.queries.beside import DraftRow, drafts
from answerable.response.cases.queries.course import PARTS, CourseStep, course
from answerable.response.cases.queries.door import LEAD, WORK, case_for
from answerable.response.cases.queries.loudness import Loudness, loudness
from answerable.response.cases.queries.names import (
    CaseName,
    FactRow,
    case_name,
    fact_rows,
    reports_of,
    subject_of,
    task_subject,
)
from answerable.response.cases.queries.papers import PaperRow, papers_of_case
from answerable.response.cases.rules.clocks import OWED, next_out
from answerable.response.cases.rules.levels import Level, rule_for
from answerable.response.cases.rules.states import MOVES, NEED_OF, OPEN, Move, Need, ReviewState, State


@dataclass(frozen=True, slots=True)
class FiveTimes:
    """When a concern was seen, registered, acknowledged, answered in public by a named person, and judged."""

    seen_at: datetime
    registered_at: datetime | None
    acknowledged_at: datetime | None
    acknowledged_how: str
    answered_at: datetime | None
    spokesperson: str
    spokesperson_post: str
    judged_at: datetime | None
    helped: int
    not_helped: int


@dataclass(frozen=True, slots=True)
class TaskRow:
    """What a unit was asked to do."""

    id: int
    unit: str
    words: str
    due_at: datetime
    set_by: str
    set_at: datetime
    done_at: datetime | None
    done_by: str
    result: str
    dropped: str
    may_finish: bool
    clock: ClockRow | None

    @property
    def is_open(self) -> bool:
        """Say whether it still waits."""
        return self.done_at is None and not self.dropped


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A published answer."""

    kind: str
    title: str
    link: str
    spokesperson: str
    post: str
    published_at: datetime


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """To whom the case went."""

    to: str
    reason: str
    at: datetime
    by_name: str
    confirmed_at: datetime | None
    confirmed_how: str


@dataclass(frozen=True, slots=True)
class ReviewMark:
    """The newest review of a case."""

    id: int
    state: ReviewState


@dataclass(frozen=True, slots=True)
class CaseRoom:
    """One case as its room shows it. `has_rule` is False when the plan in force sets no limit for its level."""

    case: CaseName
    matter: str
    state: State
    need: Need | None
    level: Level | None
    unit_name: str
    event_known_at: datetime | None
    times: FiveTimes
    clocks: tuple[ClockRow, ...]
    past_clocks: tuple[ClockRow, ...]
    has_rule: bool
    assessment: AssessmentRow | None
    facts: tuple[FactRow, ...]
    tasks: tuple[TaskRow, ...]
    papers: tuple[PaperRow, ...]
    answers: tuple[AnswerRow, ...]
    drafts: tuple[DraftRow, ...]
    stories: tuple[StoryRow, ...]
    loudness: Loudness
    steps: tuple[CourseStep, ...]
    handovers: tuple[HandoverRow, ...]
    merged: tuple[CaseName, ...]
    merged_into: CaseName | None
    split_from: CaseName | None
    letters: tuple[int, ...]
    signals: tuple[int, ...]
    review: ReviewMark | None
    closing_words: str
    moves: tuple[Move, ...]
    can_confirm: bool
    may_work: bool
    may_help: bool
    may_lead: bool


#: What the facts of a case are shown with.
OF_FACTS = ("facts__evidence", "facts__earlier")
#: Moves that have no button of their own: they follow from what is published or agreed.
BY_THEMSELVES = (Move.ASSESS, Move.ANSWER)
#: Moves of whoever decides over a case.
OF_LEADERS = (Move.ASSIGN, Move.CLOSE, Move.HAND_OVER, Move.REOPEN)


def room(actor: Actor, case: int, *, at: datetime, loud: bool = True) -> CaseRoom:
    """Give one case to somebody who may see it; the same number of queries whatever it holds.

    `loud=False` leaves out what its stories did, for who writes and does not look.
    """
    row = case_for(actor, case)
    read_children(row, *PARTS, *OF_FACTS, "stories", "letters")
    works = actor.may(WORK) and actor.reaches(row.unit_id)
    subjects = [subject_of(row.pk), reports_of(row.pk), *(task_subject(task.pk) for task in row.tasks.all())]
    running = clocks.clocks_of_many(subjects, at=at)
    own = [*running.get(subject_of(row.pk), ()), *running.get(reports_of(row.pk), ())]
    known = stories.stories([one.story_id for one in row.stories.all()])
    rounds = sorted(row.assessments.all(), key=lambda found: -found.number)
    level = Level(row.level) if row.level else None
    newest = max(row.reviews.all(), key=lambda review: review.pk, default=None)
    return CaseRoom(
        case=case_name(row),
        matter=row.matter,
        state=State(row.state),
        need=NEED_OF.get(State(row.state)),
        level=level,
        unit_name=row.unit.name,
        event_known_at=row.event_known_at,
        times=_times(row),
        clocks=tuple(sorted((one for one in own if one.state in OWED), key=lambda one: one.due)),
        past_clocks=tuple(sorted((one for one in own if one.state not in OWED), key=lambda one: one.due)),
        has_rule=clocks.rule(rule_for(level) if level else "e-concern") is not None,
        assessment=assessment_row(rounds[0], actor) if rounds else None,
        facts=fact_rows(row.facts.all()),
        tasks=_tasks(row, actor, works, running),
        papers=papers_of_case(row),
        answers=_answers(row),
        drafts=drafts(actor, row.pk),
        stories=tuple(sorted(known.values(), key=lambda story: story.id)),
        loudness=loudness(
            tuple(known) if loud else (), seen_at=row.seen_at, answered_at=row.answered_at, at=at
        ),
        steps=course(row),
        handovers=_handovers(row),
        merged=tuple(case_name(other) for other in row.merged.all()),
        merged_into=case_name(row.merged_into) if row.merged_into else None,
        split_from=case_name(row.split_from) if row.split_from else None,
        letters=tuple(sorted(one.letter for one in row.letters.all())),
        signals=tuple(sorted(one.signal_id for one in row.signals.all())),
        review=ReviewMark(newest.pk, ReviewState(newest.state)) if newest else None,
        closing_words=row.closing_words,
        moves=_moves(row, actor, works),
        can_confirm=works and any(one.confirmed_at is None for one in row.handovers.all()),
        may_work=works and State(row.state) in OPEN,
        may_help=actor.may(WORK) and State(row.state) in OPEN,
        may_lead=works and actor.may(LEAD) and State(row.state) in OPEN,
    )


def _times(row: Case) -> FiveTimes:
    return FiveTimes(
        row.seen_at,
        row.registered_at,
        row.acknowledged_at,
        row.acknowledged_how,
        row.answered_at,
        row.spokesperson,
        row.spokesperson_post,
        row.judged_at,
        row.helped,
        row.not_helped,
    )


def _tasks(
    row: Case, actor: Actor, works: bool, running: dict[str, tuple[ClockRow, ...]]
) -> tuple[TaskRow, ...]:
    found = sorted(row.tasks.all(), key=lambda task: (task.done_at is not None, task.due_at, task.pk))
    return tuple(
        TaskRow(
            id=task.pk,
            unit=task.unit.name,
            words=task.words,
            due_at=task.due_at,
            set_by=task.set_by,
            set_at=task.set_at,
            done_at=task.done_at,
            done_by=task.done_by,
            result=task.result,
            dropped=task.dropped,
            may_finish=works or (actor.may(WORK) and actor.reaches(task.unit_id)),
            clock=next_out(running.get(task_subject(task.pk), ())),
        )
        for task in found
    )


def _answers(row: Case) -> tuple[AnswerRow, ...]:
    found = sorted(row.answers.all(), key=lambda answer: (answer.published_at, answer.pk))
    return tuple(
        AnswerRow(one.kind, one.title, one.link, one.spokesperson, one.post, one.published_at)
        for one in found
    )


def _handovers(row: Case) -> tuple[HandoverRow, ...]:
    found = sorted(row.handovers.all(), key=lambda one: one.pk)
    return tuple(
        HandoverRow(one.to, one.reason, one.at, one.by_name, one.confirmed_at, one.confirmed_how)
        for one in found
    )


def _moves(row: Case, actor: Actor, works: bool) -> tuple[Move, ...]:
    """List the buttons of this reader."""
    if not works:
        return ()
    offered = [move for move in MOVES.open_to(State(row.state)) if move not in BY_THEMSELVES]
    return tuple(move for move in offered if actor.may(LEAD) or move not in OF_LEADERS)
