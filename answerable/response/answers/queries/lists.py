"""Answers as the list shows them: what is public, and how far the text in work got."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Prefetch, Q, QuerySet

from answerable.kernel.actor import Actor
from answerable.office.review import queries as reviews
from answerable.office.review.queries import ReviewRow
from answerable.office.review.rules import State as ReviewState
from answerable.response.answers.models import TEXTS, Answer, Version
from answerable.response.answers.queries.door import answers_of
from answerable.response.answers.queries.rows import subject_of
from answerable.response.answers.rules.states import (
    PUBLIC,
    Change,
    GateState,
    Kind,
    State,
    VersionState,
)

PAGE_SIZE = 50
#: The tabs of the list, in their order.
TABS = ("work", "review", "ready", "public", "withdrawn", "all")


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to see of the list."""

    tab: str = "work"
    words: str = ""
    kind: str = ""
    language: str = ""
    page: int = 1
    #: First published from this moment, until that one.
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer in the list; `gate` says how far the text in work got, None when there is none."""

    id: int
    title: str
    kind: Kind
    language: str
    state: State
    slug: str
    gate: GateState | None
    change: Change | None
    step: str
    spokesperson: str
    unit: str
    published_at: datetime | None
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A page of the list with the counts of its tabs."""

    rows: tuple[AnswerRow, ...]
    total: int
    page: int
    counts: dict[str, int] = field(default_factory=dict)


def gate_state(version: Version, review: ReviewRow | None) -> GateState:
    """Say how far a text got: what its latest review says, if that review is of this text."""
    if review is None or version.review_id != review.id:
        return GateState.DRAFT
    return {
        ReviewState.OPEN: GateState.IN_REVIEW,
        ReviewState.PASSED: GateState.READY,
        ReviewState.SENT_BACK: GateState.SENT_BACK,
        ReviewState.WITHDRAWN: GateState.DRAFT,
    }[review.state]


_TAB_OF_GATE = {
    GateState.DRAFT: "work",
    GateState.SENT_BACK: "work",
    GateState.IN_REVIEW: "review",
    GateState.READY: "ready",
}


def answer_table(actor: Actor, wish: Wish, *, size: int = PAGE_SIZE) -> AnswerTable:
    """Give one page of answers, the newest change first."""
    rows = _filtered(answers_of(actor).exclude(state=State.DROPPED), wish)
    by_tab = _texts_in_work(rows)
    counts = {tab: len(by_tab[tab]) for tab in ("work", "review", "ready")}
    counts["public"] = rows.filter(state__in=(State.PUBLISHED, State.CORRECTED)).count()
    counts["withdrawn"] = rows.filter(state=State.WITHDRAWN).count()
    counts["all"] = rows.count()
    tab = wish.tab if wish.tab in TABS else "work"
    chosen = _of_tab(rows, tab, by_tab)
    total = counts[tab]
    page = min(max(wish.page, 1), max(-(-total // size), 1))
    ordered = chosen.order_by("-updated_at", "-created_at", "-pk")
    if tab in ("work", "review", "ready"):
        ordered = chosen.order_by("-created_at", "-pk")
    shown = ordered[(page - 1) * size : page * size]
    return AnswerTable(_rows(shown), total, page, counts)


def _filtered(rows: QuerySet[Answer], wish: Wish) -> QuerySet[Answer]:
    asked = {
        "kind": wish.kind,
        "language": wish.language,
        "published_at__gte": wish.since,
        "published_at__lte": wish.until,
    }
    rows = rows.filter(**{name: value for name, value in asked.items() if value})
    if not wish.words.strip():
        return rows
    titled = Version.objects.exclude(state=VersionState.DROPPED).filter(title__icontains=wish.words.strip())
    fitting = Q(pk__in=titled.values("answer"))
    matching = TEXTS.matching(wish.words)
    if matching is not None:
        fitting |= Q(pk__in=matching)
    return rows.filter(fitting)


def _texts_in_work(rows: QuerySet[Answer]) -> dict[str, list[int]]:
    """Sort the answers whose text is being worked on by how far it got; they are few at any time."""
    texts = list(Version.objects.filter(state=VersionState.WORK, answer__in=rows).only("answer", "review_id"))
    found = reviews.reviews_of_many(subject_of(text.answer_id) for text in texts if text.review_id)
    by_tab: dict[str, list[int]] = {"work": [], "review": [], "ready": []}
    for text in texts:
        gate = gate_state(text, found.get(subject_of(text.answer_id)))
        by_tab[_TAB_OF_GATE[gate]].append(text.answer_id)
    return by_tab


def _of_tab(rows: QuerySet[Answer], tab: str, by_tab: dict[str, list[int]]) -> QuerySet[Answer]:
    if tab in by_tab:
        return rows.filter(pk__in=by_tab[tab])
    if tab == "public":
        return rows.filter(state__in=(State.PUBLISHED, State.CORRECTED))
    return rows.filter(state=State.WITHDRAWN) if tab == "withdrawn" else rows


def _rows(answers: QuerySet[Answer]) -> tuple[AnswerRow, ...]:
    texts = Version.objects.exclude(state=VersionState.DROPPED).order_by("number").defer("html", "body")
    loaded = list(
        answers.select_related("unit").prefetch_related(Prefetch("versions", queryset=texts, to_attr="texts"))
    )
    found = reviews.reviews_of_many(subject_of(answer.pk) for answer in loaded)
    return tuple(_row(answer, found.get(subject_of(answer.pk))) for answer in loaded)


def _row(answer: Answer, review: ReviewRow | None) -> AnswerRow:
    texts: list[Version] = answer.texts  # type: ignore[attr-defined]
    text = texts[-1]
    in_work = text if text.state == VersionState.WORK else None
    gate = gate_state(in_work, review) if in_work else None
    return AnswerRow(
        id=answer.pk,
        title=text.title,
        kind=Kind(answer.kind),
        language=answer.language,
        state=State(answer.state),
        slug=answer.slug or "",
        gate=gate,
        change=Change(in_work.change) if in_work else None,
        step=review.step if review and gate is GateState.IN_REVIEW else "",
        spokesperson=text.spokesperson_name,
        unit=answer.unit.name,
        published_at=answer.published_at,
        changed_at=max(text.edited_at, answer.updated_at or text.edited_at),
    )


def rows_of(actor: Actor, ids: Iterable[int]) -> tuple[AnswerRow, ...]:
    """Give rows of some answers that an actor may see, as other pages name them."""
    return _rows(answers_of(actor).filter(pk__in=list(ids)).exclude(state=State.DROPPED).order_by("pk"))


def answers_of_case(actor: Actor, case: int) -> tuple[AnswerRow, ...]:
    """Give the answers that answer a case, drafts within the actor's reach among them."""
    found = answers_of(actor).filter(case_links__case=case).exclude(state=State.DROPPED)
    return _rows(found.order_by("pk").distinct())


def is_public(state: State) -> bool:
    """Say whether the public sees an answer in this state."""
    return state in PUBLIC
