"""The house as the plan needs it: units, posts of the house for the plan's posts, holders, readers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from answerable.governance.plan.queries.calendar import calendars_here
from answerable.governance.plan.rules.document import BUREAU, EACH, PlanDocument, PlanPost
from answerable.governance.plan.rules.lint.house import Held, House
from answerable.office.people import queries as people
from answerable.office.people.queries import HeldToday, PostHere, UnitHere
from answerable.office.people.rules.posts import WHOLE_BODY


@dataclass(frozen=True, slots=True)
class Place:
    """A unit in which a plan post is wanted, with the post of the house that stands for it and those that could."""

    code: str
    unit: UnitHere
    post: int | None
    choices: tuple[PostHere, ...] = ()
    sure: int | None = None


@dataclass(frozen=True, slots=True)
class Town:
    """All active units and posts, read once."""

    units: tuple[UnitHere, ...]
    posts: tuple[PostHere, ...]
    by_unit: Mapping[int, tuple[PostHere, ...]] = field(default_factory=dict)

    @property
    def top(self) -> UnitHere | None:
        """The body itself."""
        return self.units[0] if self.units else None

    @property
    def each(self) -> tuple[UnitHere, ...]:
        """The units below the body; the body itself where it has none."""
        return tuple(unit for unit in self.units if unit.depth > 1) or self.units

    def units_of(self, post: PlanPost) -> tuple[UnitHere, ...]:
        """List the units in which a plan post is wanted."""
        if post.unit == EACH:
            return self.each
        if post.unit in ("", BUREAU):
            return self.units[:1]
        return tuple(unit for unit in self.units if unit.code == post.unit)


def town() -> Town:
    """Read the active units and posts: one query."""
    units, found = people.units_with_posts()
    posts = tuple(sorted(found, key=lambda post: post.code))
    by_unit: dict[int, list[PostHere]] = defaultdict(list)
    for post in posts:
        by_unit[post.unit].append(post)
    return Town(units, posts, {unit: tuple(rows) for unit, rows in by_unit.items()})


def places(document: PlanDocument, bound: Mapping[tuple[str, int], int], here: Town) -> tuple[Place, ...]:
    """List every place of every plan post, with the post of the house that stands for it."""
    found = []
    for post in document.posts.values():
        for unit in here.units_of(post):
            choices = here.by_unit.get(unit.id, ())
            known = bound.get((post.id, unit.id))
            there = known if any(one.id == known for one in here.posts) else None
            found.append(Place(post.id, unit, there, choices, _sure(post, unit, choices, document)))
    return tuple(found)


def as_bound_by_itself(document: PlanDocument) -> dict[tuple[str, int], int]:
    """Say which posts of the house would be bound without anybody's choice."""
    return {
        (place.code, place.unit.id): place.sure
        for place in places(document, {}, town())
        if place.sure is not None
    }


def _sure(post: PlanPost, unit: UnitHere, choices: Iterable[PostHere], document: PlanDocument) -> int | None:
    """Find the post that can only be meant: by its code, or as the only one of its kind that is named nowhere else."""
    wanted = {post.id.lower(), f"{post.id}-{unit.code}".lower(), f"{post.id}@{unit.code}".lower()}
    rows = list(choices)
    for one in rows:
        if one.code.lower() in wanted:
            return one.id
    rivals = [
        other for other in document.posts.values() if other.kind == post.kind and other.unit == post.unit
    ]
    alike = [one for one in rows if one.kind == post.kind]
    return alike[0].id if len(alike) == 1 and len(rivals) == 1 else None


def house(
    document: PlanDocument, bound: Mapping[tuple[str, int], int], *, at: datetime, here: Town | None = None
) -> House:
    """Say how the house would run a plan today: three queries, however many units, one of them for its town."""
    here = here or town()
    posts = {post.id: post for post in here.posts}
    holdings = [row for row in people.held_today(posts, at=at) if row.is_active]
    held = _held(posts.keys() & set(bound.values()), holdings)
    codes = {unit.id: unit.code for unit in here.units}
    return House(
        top=here.top.code if here.top else "",
        units={unit.code: unit.name for unit in here.units},
        each=tuple(unit.code for unit in here.each),
        bound={
            (code, codes[unit]): held[post]
            for (code, unit), post in bound.items()
            if unit in codes and post in held
        },
        readers=_readers(here, [(row.person, posts[row.post]) for row in holdings]),
        calendars=calendars_here(document),
    )


def _held(posts: set[int], holdings: Iterable[HeldToday]) -> dict[int, Held]:
    answering = people.answering(posts, holdings)
    others: dict[int, set[int]] = defaultdict(set)
    for row in holdings:
        others[row.post].add(row.person)
    found = {}
    for post in sorted(posts):
        first = answering[post]
        person = first.person if first is not None else None
        found[post] = Held(person, frozenset(others[post] - {person}))
    return found


def _readers(here: Town, rows: Iterable[tuple[int, PostHere]]) -> dict[str, frozenset[int]]:
    """Say for each unit who could read its drafts: holders of posts in it, above it, or for the whole body."""
    whole: set[int] = set()
    own: dict[int, set[int]] = defaultdict(set)
    for person, post in rows:
        (whole if post.kind in {one.value for one in WHOLE_BODY} else own[post.unit]).add(person)
    ids = {unit.path: unit.id for unit in here.units}
    found = {}
    for unit in here.units:
        readers = set(whole)
        for path, other in ids.items():
            if unit.path.startswith(path):
                readers |= own[other]
        found[unit.code] = frozenset(readers)
    return found
