"""Units, posts and holdings as other rooms need them: plain rows, each list in one query."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import FilteredRelation, Q

from answerable.kernel.actor import Actor
from answerable.office.people.models import Absence, Holding, Person, Post, Unit
from answerable.office.people.queries.access import day_of, holders
from answerable.office.people.rules import HoldingKind, Span


@dataclass(frozen=True, slots=True)
class UnitHere:
    """An active unit and its place in the tree."""

    id: int
    code: str
    name: str
    path: str
    depth: int


@dataclass(frozen=True, slots=True)
class PostHere:
    """An active post and the unit it belongs to."""

    id: int
    code: str
    title: str
    kind: str
    unit: int
    unit_name: str


@dataclass(frozen=True, slots=True)
class HeldHere:
    """A person's holding of a post, with its days."""

    post: int
    person: int
    name: str
    kind: HoldingKind
    order: int
    span: Span


def _post_rows(rows: Any) -> tuple[PostHere, ...]:
    fields = ("pk", "code", "title", "kind", "unit_id", "unit__name")
    return tuple(PostHere(*row) for row in rows.filter(state="active").values_list(*fields))


def units_here() -> tuple[UnitHere, ...]:
    """List the active units in the order of the tree."""
    rows = Unit.objects.filter(state="active").order_by("path")
    return tuple(UnitHere(*row) for row in rows.values_list("pk", "code", "name", "path", "depth"))


def body() -> UnitHere | None:
    """Give the unit that stands for the whole body: the first root; None in an empty house."""
    rows = Unit.objects.filter(state="active", depth=1).order_by("path")
    row = rows.values_list("pk", "code", "name", "path", "depth").first()
    return UnitHere(*row) if row else None


def posts_here() -> tuple[PostHere, ...]:
    """List the active posts of active units, unit by unit."""
    return _post_rows(Post.objects.filter(unit__state="active").order_by("unit__path", "pk"))


def units_with_posts() -> tuple[tuple[UnitHere, ...], tuple[PostHere, ...]]:
    """List the active units and their active posts, unit by unit, both in one query."""
    standing = FilteredRelation("posts", condition=Q(posts__state="active"))
    rows = Unit.objects.filter(state="active").annotate(standing=standing).order_by("path", "standing__pk")
    post = ("standing__pk", "standing__code", "standing__title", "standing__kind", "pk", "name")
    units, posts = {}, []
    for pk, code, name, path, depth, *found in rows.values_list("pk", "code", "name", "path", "depth", *post):
        units[pk] = UnitHere(pk, code, name, path, depth)
        if found[0] is not None:
            posts.append(PostHere(*found))
    return tuple(units.values()), tuple(posts)


def posts_of(ids: Iterable[int]) -> tuple[PostHere, ...]:
    """Give active posts by their ids."""
    return _post_rows(Post.objects.filter(pk__in=list(ids)).order_by("pk"))


def posts_of_kinds(kinds: Iterable[str]) -> tuple[PostHere, ...]:
    """Give the active posts of some kinds."""
    return _post_rows(Post.objects.filter(kind__in=list(kinds)).order_by("pk"))


def posts_of_persons(persons: Iterable[int]) -> tuple[PostHere, ...]:
    """Give the active posts that people hold or have held, in whatever way."""
    rows = Post.objects.filter(pk__in=Holding.objects.filter(person__in=list(persons)).values("post"))
    return _post_rows(rows.order_by("pk"))


def post_titles(ids: Iterable[int]) -> dict[int, str]:
    """Give the titles of posts, abolished ones too: the record goes on naming them."""
    return dict(Post.objects.filter(pk__in=list(ids)).values_list("pk", "title"))


def short_names(units: Iterable[int]) -> tuple[tuple[int, str], ...]:
    """Give units with their short names, in the order of the tree."""
    rows = Unit.objects.filter(pk__in=list(units)).order_by("path")
    return tuple((row.pk, row.short_name or row.name) for row in rows)


def home_unit(actor: Actor) -> int | None:
    """Give the unit of an actor's first post; None for somebody without a post."""
    return next((post.unit for post in posts_of(actor.posts)), None)


def kinds_held(persons: Iterable[int], *, at: datetime) -> dict[int, tuple[frozenset[str], frozenset[str]]]:
    """Say for each person the kinds and the codes of the posts that they answer for now."""
    wanted = list(persons)
    posts = {post.id: post for post in posts_of_persons(wanted)}
    kinds: dict[int, set[str]] = defaultdict(set)
    codes: dict[int, set[str]] = defaultdict(set)
    for post, answering in holders(posts, at=at).items():
        if answering is not None:
            kinds[answering.person].add(posts[post].kind)
            codes[answering.person].add(posts[post].code)
    return {person: (frozenset(kinds[person]), frozenset(codes[person])) for person in wanted}


def holdings_between(posts: Iterable[int], first: date, last: date) -> tuple[HeldHere, ...]:
    """List who held posts on any day of a span, in whatever way, whether or not they have left since."""
    return _held(_touching(Holding.objects.filter(post__in=list(posts)), first, last))


def holdings_on(posts: Iterable[int] | None, *, at: datetime) -> tuple[HeldHere, ...]:
    """List who holds posts on the day of a moment, in whatever way; None asks for every active post."""
    day = day_of(at)
    rows = _touching(Holding.objects.filter(person__state="active"), day, day)
    return _held(rows.filter(post__state="active") if posts is None else rows.filter(post__in=list(posts)))


def _held(rows: Any) -> tuple[HeldHere, ...]:
    return tuple(
        HeldHere(
            row.post_id,
            row.person_id,
            row.person.name,
            HoldingKind(row.kind),
            row.order,
            Span(row.begins_on, row.ends_on),
        )
        for row in rows.select_related("person").order_by("order", "pk")
    )


def absences_between(persons: Iterable[int], first: date, last: date) -> tuple[tuple[int, Span], ...]:
    """List the days away of people that touch a span of days."""
    rows = _touching(Absence.objects.filter(person__in=list(persons)), first, last)
    return tuple((row.person_id, Span(row.begins_on, row.ends_on)) for row in rows.order_by("pk"))


def _touching(rows: Any, first: date, last: date) -> Any:
    return rows.filter(begins_on__lte=last).filter(Q(ends_on=None) | Q(ends_on__gte=first))


def names_within(text: str) -> tuple[str, ...]:
    """Give the names of people of the office that stand in a text, such as the name of a channel."""
    lowered = text.casefold()
    names = Person.objects.filter(state="active").order_by("pk").values_list("name", flat=True)
    return tuple(name for name in names if len(name.strip()) > 1 and name.strip().casefold() in lowered)
