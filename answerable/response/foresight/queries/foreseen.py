"""Foreseen against asked, and what earlier releases taught."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, QuerySet

from answerable.kernel.actor import Actor
from answerable.kernel.together import Asked as AskedTogether
from answerable.kernel.together import told
from answerable.response.foresight.models import Asked, Release
from answerable.response.foresight.queries.door import releases_of
from answerable.response.foresight.queries.names import link_to
from answerable.response.foresight.rules.content import QUESTION
from answerable.response.foresight.rules.likeness import likeness
from answerable.response.foresight.rules.states import Evidence, Heard, State

#: Things asked on one page; the rest is on the next.
PAGE_SIZE = 50
#: Lessons shown beside an assessment, the closest first.
LESSONS = 10
#: Finished releases that are looked through for lessons, the newest.
LOOKED_THROUGH = 500
#: A release of the same kind teaches; one of another kind only where its title is this close.
ALIKE = 0.3


@dataclass(frozen=True, slots=True)
class AskedRow:
    """Something that was asked, where it is written, and what was said of it."""

    id: int
    kind: Evidence
    text: str
    link: str
    at: datetime
    closest: int | None
    closest_question: str
    verdict: Heard
    question: str
    lesson: str
    settled_by: str
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A prepared question, and how often it was asked."""

    id: int
    question: str
    asked: int
    used: int


@dataclass(frozen=True, slots=True)
class ForeseenAgainstAsked:
    """What was foreseen held against what was asked, with the numbers behind the share."""

    release: int
    title: str
    questions: tuple[QuestionRow, ...]
    unforeseen: tuple[AskedRow, ...]
    foreseen: int
    unforeseen_count: int
    other: int
    waiting: int

    @property
    def asked(self) -> int:
        """How much of what was asked a person has judged to be about the release."""
        return self.foreseen + self.unforeseen_count


@dataclass(frozen=True, slots=True)
class AskedPage:
    """One page of what was asked."""

    rows: tuple[AskedRow, ...]
    total: int
    page: int


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A question that nobody had foreseen for an earlier release."""

    asked: int
    question: str
    release: int
    title: str
    link: str
    at: datetime | None


def foreseen_against_asked(release: int) -> ForeseenAgainstAsked | None:
    """Hold what was foreseen against what was asked; None where there is no such release. Two queries."""
    row = Release.objects.filter(pk=release).first()
    if row is None:
        return None
    return told(asked_of(row))


def asked_of(row: Release) -> AskedTogether[ForeseenAgainstAsked]:
    """Say what is to be read of what was asked about a release."""
    counted = row.asked.order_by().values_list("verdict").annotate(Count("pk"))
    questions: QuerySet[Any] = row.prepared.filter(kind=QUESTION).annotate(
        heard=Count("asked", distinct=True), used=Count("uses", distinct=True)
    )
    unforeseen = row.asked.filter(verdict=Heard.UNFORESEEN).select_related("closest", "question")[:PAGE_SIZE]

    def tell() -> ForeseenAgainstAsked:
        counts = Counter(dict(counted))
        return ForeseenAgainstAsked(
            release=row.pk,
            title=row.title,
            questions=tuple(QuestionRow(one.pk, one.question, one.heard, one.used) for one in questions),
            unforeseen=tuple(_row(one) for one in unforeseen),
            foreseen=counts[Heard.FORESEEN],
            unforeseen_count=counts[Heard.UNFORESEEN],
            other=counts[Heard.OTHER],
            waiting=counts[Heard.WAITING],
        )

    return AskedTogether((counted, questions, unforeseen), tell)


def asked_page(release: int, *, verdict: str = "", page: int = 1) -> AskedPage:
    """Give one page of what was asked, the newest first, all of it or of one verdict."""
    rows = Asked.objects.filter(release=release)
    if verdict:
        rows = rows.filter(verdict=verdict)
    total = rows.count()
    page = min(max(page, 1), max(-(-total // PAGE_SIZE), 1))
    return AskedPage(_rows(rows[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]), total, page)


def _rows(rows: QuerySet[Asked]) -> tuple[AskedRow, ...]:
    return tuple(_row(row) for row in rows.select_related("closest", "question"))


def _row(row: Asked) -> AskedRow:
    return AskedRow(
        id=row.pk,
        kind=Evidence(row.kind),
        text=row.text,
        link=row.link,
        at=row.at,
        closest=row.closest_id,
        closest_question=row.closest.question if row.closest else "",
        verdict=Heard(row.verdict),
        question=row.question.question if row.question else "",
        lesson=row.lesson,
        settled_by=row.settled_by,
        settled_at=row.settled_at,
    )


def earlier_than(actor: Actor, row: Release) -> "QuerySet[Release, Any]":
    """Say which finished releases are to be read for `experience`: number, kind and title of the latest."""
    seen = releases_of(actor).filter(state=State.FINISHED).exclude(pk=row.pk)
    return seen.order_by("-finished_at", "-pk").values_list("pk", "kind", "title")[:LOOKED_THROUGH]


def experience(row: Release, earlier: Iterable[Any]) -> tuple[LessonRow, ...]:
    """Give what nobody had foreseen for earlier releases like this one, and is not among its questions yet."""
    alike = {
        pk: (kind == row.kind) + likeness(title, row.title)
        for pk, kind, title in earlier
        if kind == row.kind or likeness(title, row.title) >= ALIKE
    }
    taken = {one.learnt_from_id for one in row.prepared.all() if one.learnt_from_id is not None}
    found = Asked.objects.filter(release__in=list(alike), verdict=Heard.UNFORESEEN).exclude(pk__in=taken)
    return _lessons(found.select_related("release"), alike)


def _lessons(found: Iterable[Asked], alike: dict[int, float]) -> tuple[LessonRow, ...]:
    ordered = sorted(found, key=lambda one: (-alike[one.release_id], -one.pk))
    return tuple(
        LessonRow(
            asked=one.pk,
            question=one.lesson,
            release=one.release_id,
            title=one.release.title,
            link=link_to(one.release_id),
            at=one.release.finished_at,
        )
        for one in ordered[:LESSONS]
    )
