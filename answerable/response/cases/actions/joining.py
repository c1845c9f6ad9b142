"""Cases that turn out to be one, and a case that turns out to be two. No clock is won by either."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import MACHINE, Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.actions import record
from answerable.response.cases.actions import timing
from answerable.response.cases.actions.assessing import put_level
from answerable.response.cases.actions.words import kept, needed
from answerable.response.cases.actions.working import move
from answerable.response.cases.models import Answer, Assessment, Case, CaseStory
from answerable.response.cases.queries.door import case_to_work
from answerable.response.cases.queries.door import open_case as still_open
from answerable.response.cases.queries.names import subject_of
from answerable.response.cases.rules.answering import stages_met
from answerable.response.cases.rules.free_text import Personal
from answerable.response.cases.rules.levels import RANK, Level
from answerable.response.cases.rules.states import UNANSWERED, Move, RoundState, State
from answerable.response.letters import actions as letters


@dataclass(frozen=True, slots=True)
class Splitting:
    """What goes into the new case: its title and matter, and which stories, signals, letters and facts move."""

    title: str
    matter: str
    stories: tuple[int, ...] = ()
    signals: tuple[int, ...] = ()
    letters: tuple[int, ...] = ()
    facts: tuple[int, ...] = ()
    personal: str = Personal.ASK


def merge(case: int, into: int, *, by: Actor, at: datetime) -> int:
    """Make one case of two; gives the one that stands: that which was seen first, so that no time is won.

    Everything of the other moves over. Where the other was graver, its level holds from now.
    """
    if case == into:
        raise Anticipated(_("A case cannot be merged with itself."), _("Choose another one."))
    with transaction.atomic():
        rows = [still_open(case_to_work(by, one)) for one in sorted({case, into})]
        stays, goes = sorted(rows, key=lambda row: (row.seen_at, row.pk))
        moved = tuple(goes.letters.values_list("letter", flat=True))
        answers = _carry_over(goes, stays)
        letters.tie_to_case(moved, stays.pk, by=MACHINE, at=at)
        move(goes, Move.MERGE, by=by, at=at, merged_into_id=stays.pk)
        timing.end_case(goes, by=by, at=at)
        record("cases.merged", subject_of(stays.pk), by=by, at=at, other=goes.pk, title=goes.title)
        _take_over_times(stays, goes)
        _take_over_answers(stays, goes, answers, by=by, at=at)
        if goes.level and RANK[Level(goes.level)] > (RANK[Level(stays.level)] if stays.level else -1):
            _take_over_level(stays, goes, by=by, at=at)
    return stays.pk


def _carry_over(goes: Case, stays: Case) -> list[Answer]:
    """Move what a case holds and give the answers moved; a story or answer that both have stays once.

    Papers and the trail stay where they are: they were written of the case that they name.
    """
    had = set(stays.stories.values_list("story", flat=True))
    goes.stories.filter(story__in=had).delete()
    answered = set(stays.answers.values_list("answer", "kind", "version"))
    moved = [one for one in goes.answers.all() if (one.answer, one.kind, one.version) not in answered]
    Answer.objects.filter(pk__in=[answer.pk for answer in moved]).update(case=stays)
    for held in (goes.stories, goes.signals, goes.letters, goes.facts, goes.tasks):
        held.update(case=stays)
    return moved


def _take_over_times(stays: Case, goes: Case) -> None:
    """Keep the earliest of each time, and the counts of both."""
    changes: dict[str, object] = {
        "helped": stays.helped + goes.helped,
        "not_helped": stays.not_helped + goes.not_helped,
    }
    for name in ("event_known_at", "acknowledged_at", "judged_at"):
        times = [moment for moment in (getattr(stays, name), getattr(goes, name)) if moment is not None]
        changes[name] = min(times, default=None)
    for name, value in changes.items():
        setattr(stays, name, value)
    Case.objects.filter(pk=stays.pk).update(**changes)


def _take_over_answers(stays: Case, goes: Case, answers: list[Answer], *, by: Actor, at: datetime) -> None:
    """Let what was answered to the merged case count for the one that stands: they are one concern."""
    for answer in sorted(answers, key=lambda one: (one.published_at, one.pk)):
        timing.meet(stays, stages_met([answer.kind]), by=by, at=answer.published_at)
    if goes.answered_at is None:
        return
    if stays.answered_at is None or goes.answered_at < stays.answered_at:
        changes = {name: getattr(goes, name) for name in ("answered_at", "spokesperson", "spokesperson_post")}
        for name, value in changes.items():
            setattr(stays, name, value)
        Case.objects.filter(pk=stays.pk).update(**changes)
    if State(stays.state) in UNANSWERED:
        move(stays, Move.ANSWER, by=by, at=at)


def _take_over_level(stays: Case, goes: Case, *, by: Actor, at: datetime) -> None:
    """Let the graver level of the merged case hold. An assessment under way goes on beside it."""
    level = Level(goes.level)
    running = stays.assessments.exclude(state=RoundState.AGREED).order_by("-number").first()
    last = stays.assessments.order_by("-number").first()
    if running is None:
        number = last.number + 1 if last else 1
        _taken_over(stays, goes, number, by=by, at=at)
        if State(stays.state) is State.SEEN:
            stays.registered_at = at
            move(stays, Move.REGISTER, by=by, at=at, registered_at=at)
            timing.meet(stays, ["register"], by=by, at=at)
    put_level(stays, level, by=by, at=at)


def _taken_over(row: Case, other: Case, number: int, *, by: Actor, at: datetime) -> None:
    Assessment.objects.create(
        case=row,
        number=number,
        state=RoundState.AGREED,
        occasion=_("Taken over from case %(case)s.") % {"case": other.pk},
        opened_at=at,
        level=other.level,
        settled_by_name=by.name,
        settled_at=at,
        taken_over=True,
    )


def split(case: int, splitting: Splitting, *, by: Actor, at: datetime) -> int:
    """Make a case of its own of a part of another; gives its number. It was seen when the first one was.

    It keeps lead unit and level, and its clocks run from the same moment while the first is unanswered; once that
    was answered, the part split off is a question of its own, seen now.
    """
    with transaction.atomic():
        row = still_open(case_to_work(by, case))
        new = Case.objects.create(
            title=needed(splitting.title, _("A case needs a title."), splitting.personal)[:200],
            matter=kept(splitting.matter, splitting.personal),
            unit=row.unit,
            state=State.SEEN if row.state == State.SEEN else State.REGISTERED,
            level="",
            seen_at=row.seen_at if row.answered_at is None else at,
            registered_at=None if row.state == State.SEEN else at,
            event_known_at=row.event_known_at,
            split_from=row,
            opened_at=at,
            opened_by=by.name,
            opened_post=row.opened_post,
        )
        _move_parts(row, new, splitting, at=at)
        record("cases.split", subject_of(row.pk), by=by, at=at, new=new.pk, title=new.title)
        record("cases.open", subject_of(new.pk), by=by, at=at, title=new.title, split_from=row.pk)
        _start_split(row, new, by=by, at=at)
    return new.pk


def _move_parts(row: Case, new: Case, splitting: Splitting, *, at: datetime) -> None:
    row.signals.filter(signal__in=splitting.signals).update(case=new)
    moved = tuple(row.letters.filter(letter__in=splitting.letters).values_list("letter", flat=True))
    row.letters.filter(letter__in=moved).update(case=new)
    letters.tie_to_case(moved, new.pk, by=MACHINE, at=at)
    row.facts.filter(pk__in=splitting.facts).update(case=new)
    _refuse_unknown(row, splitting.stories)
    for story in dict.fromkeys(splitting.stories):
        CaseStory.objects.filter(case=row, story=story).update(case=new, added_at=at)


def _refuse_unknown(row: Case, wanted: Collection[int]) -> None:
    had = set(row.stories.values_list("story", flat=True))
    if not set(wanted) <= had:
        raise Anticipated(_("A story chosen is no longer in this case."), _("Load the page again."))


def _start_split(row: Case, new: Case, *, by: Actor, at: datetime) -> None:
    if new.state == State.SEEN:
        timing.start_concern(new, by=by, at=at)
        return
    if row.level:
        _taken_over(new, row, 1, by=by, at=at)
        put_level(new, Level(row.level), by=by, at=at)
    else:
        Assessment.objects.create(case=new, number=1, opened_at=at)
        timing.start_concern(new, by=by, at=at)
        timing.meet(new, ["register"], by=by, at=at)
