"""What the steps need of the office: the posts that somebody acts in, by kind and code."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from answerable.office.people import queries as people
from answerable.office.review.models import Step


@dataclass(frozen=True, slots=True)
class PostHeld:
    """A post as a step looks at it."""

    id: int
    code: str
    title: str
    kind: str
    unit: int


def _posts() -> Any:
    """Give the posts of the office, by the step's own foreign key."""
    related: Any = Step._meta.get_field("post").related_model
    return related.objects.filter(state="active")


def posts_of(ids: Iterable[int]) -> tuple[PostHeld, ...]:
    """Give posts by their ids."""
    rows = _posts().filter(pk__in=list(ids)).order_by("pk")
    return tuple(PostHeld(row.pk, row.code, row.title, row.kind, row.unit_id) for row in rows)


def plan_codes_of(posts: Iterable[int]) -> frozenset[str]:
    """Give the post codes of the plan in force that these posts are."""
    return frozenset()


def posts_of_kinds(kinds: Iterable[str]) -> tuple[PostHeld, ...]:
    """Give the active posts of some kinds."""
    return posts_of(_posts().filter(kind__in=list(kinds)).values_list("pk", flat=True))


def kinds_held(persons: Iterable[int], *, at: datetime) -> dict[int, tuple[frozenset[str], frozenset[str]]]:
    """Say for each person the kinds and the codes of the posts that they answer for now."""
    rows = {row.pk: row for row in _posts().filter(holdings__person__in=list(persons)).distinct()}
    kinds: dict[int, set[str]] = defaultdict(set)
    codes: dict[int, set[str]] = defaultdict(set)
    for post, answering in people.holders(rows, at=at).items():
        if answering is not None:
            kinds[answering.person].add(rows[post].kind)
            codes[answering.person].add(rows[post].code)
    return {person: (frozenset(kinds[person]), frozenset(codes[person])) for person in kinds}
