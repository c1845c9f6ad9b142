"""What answers and their readers do to a case."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F

from answerable.kernel.actor import Actor
from answerable.kernel.trail.actions import record
from answerable.response.cases.actions import timing
from answerable.response.cases.actions.working import move
from answerable.response.cases.models import Answer, Case
from answerable.response.cases.queries.names import subject_of
from answerable.response.cases.rules.answering import is_substantive, stages_met
from answerable.response.cases.rules.states import UNANSWERED, Move, State

#: A merge can follow a merge; nobody merges deeper than this.
DEEPEST = 20


@dataclass(frozen=True, slots=True)
class AnswerNote:
    """A published answer: its number, kind and version, where it is read, and who gave it in which post."""

    answer: int
    kind: str
    title: str
    link: str
    spokesperson: str
    post: str
    version: int = 1


def note_answer(case_ids: Iterable[int], note: AnswerNote, *, by: Actor, at: datetime) -> None:
    """Note that an answer was published: the stages it meets are met, and one of substance answers the case.

    The room of answers calls it when it publishes; it has asked its own gate, so no post is asked for here. A case
    merged into another passes it on to that one. Joins the caller's transaction; one version of an answer counts once.
    """
    with transaction.atomic():
        for case in sorted(_standing(case_ids)):
            _note(Case.objects.select_for_update().get(pk=case), note, by=by, at=at)


def _standing(case_ids: Iterable[int]) -> set[int]:
    """Follow merges to the cases that stand for those named."""
    wanted = set(case_ids)
    for _ in range(DEEPEST):
        merged = dict(
            Case.objects.filter(pk__in=wanted, merged_into__isnull=False).values_list("pk", "merged_into")
        )
        if not merged:
            break
        wanted = {merged.get(case) or case for case in wanted}
    return set(Case.objects.filter(pk__in=wanted).values_list("pk", flat=True))


def _note(row: Case, note: AnswerNote, *, by: Actor, at: datetime) -> None:
    _kept, is_new = Answer.objects.get_or_create(
        case=row,
        answer=note.answer,
        kind=note.kind,
        version=note.version,
        defaults={
            "title": note.title[:300],
            "link": note.link[:500],
            "spokesperson": note.spokesperson[:200],
            "post": note.post[:200],
            "published_at": at,
        },
    )
    if not is_new:
        return
    record("cases.note_answer", subject_of(row.pk), by=by, at=at, answer=note.answer, kind=note.kind)
    timing.meet(row, stages_met([note.kind]), by=by, at=at)
    if is_substantive(note.kind):
        _answered(row, note, by=by, at=at)


def _answered(row: Case, note: AnswerNote, *, by: Actor, at: datetime) -> None:
    """Keep the first answer of substance with its spokesperson; a later one leaves that time as it is."""
    if row.answered_at is None:
        row.answered_at = at
        Case.objects.filter(pk=row.pk).update(
            answered_at=at, spokesperson=note.spokesperson[:200], spokesperson_post=note.post[:200]
        )
    if State(row.state) in UNANSWERED:
        move(row, Move.ANSWER, by=by, at=at)


def note_verdict(answer: int, helped: bool, *, by: Actor, at: datetime) -> int:
    """Note that somebody who read an answer judged it; gives how many cases it belongs to. No one is kept."""
    with transaction.atomic():
        cases = sorted(set(Answer.objects.filter(answer=answer).values_list("case", flat=True)))
        for case in cases:
            judge(case, helped=helped, at=at)
            record("cases.note_verdict", subject_of(case), by=by, at=at, answer=answer, helped=helped)
    return len(cases)


def judge(case: int, *, helped: bool, at: datetime) -> None:
    """Count one judgement on a case, and keep when the first one came."""
    rows = Case.objects.filter(pk=case)
    rows.filter(judged_at=None).update(judged_at=at)
    counted = "helped" if helped else "not_helped"
    rows.update(**{counted: F(counted) + 1})
