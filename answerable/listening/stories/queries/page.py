"""Everything that the page of one story shows, in at most twelve queries whatever its size."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet, Window
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.kernel.together import read_together
from answerable.listening.sources import queries as sources
from answerable.listening.sources.queries import ItemRow
from answerable.listening.stories.models import Placement, Regrouping, Story
from answerable.listening.stories.queries.beside import MOST_MARKS, Mark, marks
from answerable.listening.stories.queries.figures import READ
from answerable.listening.stories.queries.rows import StoryRow, story_rows
from answerable.listening.stories.rules.spans import Bar, bars

PAGE_SIZE = 50
#: Copies shown under one text; the rest is a number.
COPIES = 30
#: Placements whose shared terms are summed up into "why one story".
REASONS = 300
TERMS = 12


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an item lies where it lies: figures of the stream, and the neighbour it was compared with."""

    kind: str
    score: float
    threshold: float
    neighbour: int | None
    shared: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of a story with the copies of it. `edited` when it said something else before."""

    item: ItemRow
    at: datetime
    reason: Reason
    edited: bool
    copies: tuple[ItemRow, ...]
    copies_total: int


@dataclass(frozen=True, slots=True)
class Carrier:
    """One publication in a story."""

    id: int
    name: str
    items: int
    copies: int
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True, slots=True)
class RegroupingRow:
    """One regrouping in a story's history. `open_to_undo` while nobody has taken it back."""

    id: int
    kind: str
    before: int
    before_title: str
    after: int
    after_title: str
    items: int
    evidence: str
    by_name: str
    at: datetime
    told: bool
    takes_back: bool
    open_to_undo: bool


@dataclass(frozen=True, slots=True)
class StoryPage:
    """One story. `merged_into` names the story that it has become part of."""

    story: StoryRow
    merged_into: int | None
    entries: tuple[Entry, ...]
    entries_total: int
    page: int
    carriers: tuple[Carrier, ...]
    terms: tuple[tuple[str, float], ...]
    bars: tuple[Bar, ...]
    hours_a_bar: int
    regroupings: tuple[RegroupingRow, ...]
    marks: tuple[Mark, ...]
    near: tuple[StoryRow, ...]

    @property
    def marks_are_many(self) -> bool:
        """Say whether marks before those given may have been left out."""
        return len(self.marks) >= MOST_MARKS


def story_page(actor: Actor, story: int, *, page: int = 1) -> StoryPage:
    """Give one story to somebody who may read stories."""
    actor.need(READ)
    found = Story.objects.filter(pk=story).first()
    if found is None:
        raise NotFound(_("There is no such story."), _("Search for it by its words."))
    placements = Placement.objects.filter(story=found)
    roots = placements.filter(Q(fold_of=None) | ~Q(fold_of__placement__story=found))
    page, texts = max(page, 1), _texts(roots)
    shown = texts[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    hours, carriers, terms = _hours(placements), _carriers(placements), _joined(placements)
    regroupings, near = _regroupings(found), _near(found)
    read_together(shown, hours, carriers, terms, regroupings, near)
    if page > 1 and not shown:  # beyond the last page begin anew
        page, shown = 1, texts[:PAGE_SIZE]
    told, hours_a_bar = bars(dict(hours))
    rows = story_rows([found, *near])
    return StoryPage(
        story=rows[0],
        merged_into=found.merged_into_id,
        entries=_entries(found, list(shown)),
        entries_total=shown[0].total if shown else 0,
        page=page,
        carriers=tuple(Carrier(*row) for row in carriers),
        terms=_terms(terms),
        bars=told,
        hours_a_bar=hours_a_bar,
        regroupings=tuple(_regrouping(row) for row in regroupings),
        marks=marks(actor, story),
        near=rows[1:],
    )


def _texts(roots: QuerySet[Placement]) -> "QuerySet[Any]":
    """Give the texts of a story in their order; each says how many there are, so that a page needs no second query."""
    return roots.annotate(total=Window(Count("pk"))).order_by("at", "pk")


def _hours(placements: QuerySet[Placement]) -> "QuerySet[Any]":
    return placements.values_list("hour").annotate(count=Count("publication", distinct=True)).order_by("hour")


def _entries(story: Story, shown: list[Placement]) -> tuple[Entry, ...]:
    copies = defaultdict(list)
    rows = Placement.objects.filter(story=story, fold_of__in=[row.pk for row in shown]).order_by("at", "pk")
    for copy, root in rows.values_list("pk", "fold_of"):
        copies[root].append(copy)
    wanted = [row.pk for row in shown] + [copy for found in copies.values() for copy in found[:COPIES]]
    items = sources.items(wanted)
    return tuple(
        Entry(
            item=items[row.pk],
            at=row.at,
            reason=_reason(row.why),
            edited=items[row.pk].version > 1,
            copies=tuple(items[copy] for copy in copies[row.pk][:COPIES]),
            copies_total=len(copies[row.pk]),
        )
        for row in shown
    )


def _reason(why: Mapping[str, object]) -> Reason:
    shared = why.get("shared") or []
    neighbour = why.get("neighbour")
    return Reason(
        kind=str(why.get("kind", "")),
        score=float(str(why.get("score", 0))),
        threshold=float(str(why.get("threshold", 0))),
        neighbour=int(str(neighbour)) if neighbour else None,
        shared=tuple((str(term), float(weight)) for term, weight in shared),  # type: ignore[attr-defined]
    )


def _carriers(placements: QuerySet[Placement]) -> "QuerySet[Any]":
    rows = placements.values_list("publication", "publication__name").annotate(
        items=Count("pk"), copies=Count("fold_of"), first=Min("at"), last=Max("at")
    )
    return rows.order_by("-items", "first", "publication")


def _joined(placements: QuerySet[Placement]) -> "QuerySet[Any]":
    return placements.filter(kind="join").order_by("pk").values_list("why", flat=True)[:REASONS]


def _terms(joined: Iterable[Mapping[str, Any]]) -> tuple[tuple[str, float], ...]:
    """Sum up what the items of a story share: the terms that most joins rested on."""
    weights: dict[str, float] = defaultdict(float)
    count = 0
    for why in joined:
        count += 1
        for term, weight in why.get("shared") or []:
            weights[term] += weight
    ranked = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:TERMS]
    return tuple((term, weight / count) for term, weight in ranked)


def _regroupings(story: Story) -> "QuerySet[Regrouping]":
    rows = Regrouping.objects.filter(Q(before=story) | Q(after=story))
    return rows.select_related("before", "after", "undone_by").order_by("-pk")[:PAGE_SIZE]


def _regrouping(row: Regrouping) -> RegroupingRow:
    return RegroupingRow(
        id=row.pk,
        kind=row.kind,
        before=row.before_id,
        before_title=row.before.title,
        after=row.after_id,
        after_title=row.after.title,
        items=len(row.moved),
        evidence=row.evidence,
        by_name=row.by_name,
        at=row.at,
        told=row.told_at is not None,
        takes_back=row.undoes_id is not None,
        open_to_undo=not hasattr(row, "undone_by") and bool(row.moved),
    )


def _near(story: Story) -> "QuerySet[Story]":
    """Find stories that were nearly one with this: their first item was nearest to this one, or the other way."""
    own = Placement.objects.filter(story=story)
    others = Placement.objects.filter(
        Q(kind="new", neighbour__in=own.values("pk"))
        | Q(pk__in=own.filter(kind="new", neighbour__isnull=False).values("neighbour"))
    )
    rows = Story.objects.filter(pk__in=others.values("story"), merged_into=None, items__gt=0)
    return rows.exclude(pk=story.pk).order_by("-last_at", "-pk")[:5]


def regrouped_into(regrouping: int) -> int:
    """Say to which story a regrouping brought its items."""
    return Regrouping.objects.values_list("after", flat=True).get(pk=regrouping)
