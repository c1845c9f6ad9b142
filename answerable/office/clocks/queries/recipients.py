"""Who is called by a rung: owner, backup, superior or a post of the plan, as people hold their posts at that moment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from answerable.office.clocks.models import Clock
from answerable.office.clocks.queries import standing
from answerable.office.people import queries as people
from answerable.office.people.rules import HoldingKind, PostKind

#: Who owns a matter that only names a unit: its contact, or else its office, or else its head.
_OWNERS = (PostKind.LIAISON, PostKind.OFFICE, PostKind.LEAD)


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody who is called, as what, and in whose place."""

    person: int
    name: str
    role: str
    instead_of: str = ""


def post_for(posts: Sequence[int], unit: int | None) -> int | None:
    """Give the post among several that belongs to a unit, the nearest above it, or the only one there is."""
    if len(posts) <= 1:
        return posts[0] if posts else None
    units = {post.id: post.unit for post in people.posts_of(posts)}
    for candidate in lineage(unit):
        for post in posts:
            if units.get(post) == candidate:
                return post
    return None


def lineage(unit: int | None) -> list[int]:
    """Give a unit and those above it, the nearest first."""
    units = people.units_here()
    path = next((one.path for one in units if one.id == unit), "")
    return [one.id for one in reversed(units) if path.startswith(one.path)]


def called_by(clock: Clock, words: Iterable[str], *, at: datetime) -> tuple[Called, ...]:
    """Say whom the words of a rung call. Nobody found: whoever stands above, and at last the office."""
    found: dict[int, Called] = {}
    for word in words:
        for one in _called(clock, word, at=at):
            found.setdefault(one.person, one)
    if not found:
        for one in (*_superiors(clock, (), at=at), *_office(at=at)):
            found.setdefault(one.person, one)
            break
    return tuple(found.values())


def _called(clock: Clock, word: str, *, at: datetime) -> list[Called]:
    if word == "owner":
        return owners(clock, at=at)
    if word == "backup":
        return _backups(clock, at=at)
    if word == "superior":
        return _superiors(clock, [one.person for one in owners(clock, at=at)], at=at)
    posts = standing.post_ids(word)
    near = post_for(posts, clock.unit_id)
    return _answering([near] if near is not None else posts, word, at=at)


def posts_of(clock: Clock) -> list[int]:
    """Give the posts that own a clock: its own, or those of its unit, or of the nearest unit above that has one."""
    if clock.post_id is not None:
        return [clock.post_id]
    posts = people.posts_of_kinds(_OWNERS)
    for unit in lineage(clock.unit_id):
        for kind in _OWNERS:
            fitting = [post.id for post in posts if post.unit == unit and post.kind == kind]
            if fitting:
                return fitting
    return []


def owners(clock: Clock, *, at: datetime) -> list[Called]:
    """Say who owns a clock now: whoever answers for its post, or else its person, or else its unit."""
    if clock.post_id is None and clock.person_id is not None:
        return _named([clock.person_id], "owner")
    found = _answering(posts_of(clock), "owner", at=at)
    if not found and clock.person_id is not None:
        return _named([clock.person_id], "owner")
    return found


def _answering(posts: Iterable[int], role: str, *, at: datetime) -> list[Called]:
    answering = [one for one in people.holders(posts, at=at).values() if one is not None]
    ids = {one.person for one in answering} | {one.instead_of for one in answering if one.instead_of}
    names = people.people_names(ids)
    return [
        Called(one.person, names.get(one.person, ""), role, names.get(one.instead_of or 0, ""))
        for one in answering
    ]


def _named(ids: Iterable[int], role: str) -> list[Called]:
    return [Called(person, name, role) for person, name in people.people_names(ids).items()]


def _backups(clock: Clock, *, at: datetime) -> list[Called]:
    held = [one for one in people.holdings_on(posts_of(clock), at=at) if one.kind is HoldingKind.BACKUP]
    day = people.day_of(at)
    away = {person for person, _span in people.absences_between([one.person for one in held], day, day)}
    return _named(dict.fromkeys(one.person for one in held if one.person not in away), "backup")


def _superiors(clock: Clock, below: Iterable[int], *, at: datetime) -> list[Called]:
    """Give the head of the unit, or of the nearest above whose head is not the owner."""
    lower, leads = set(below), people.posts_of_kinds([PostKind.LEAD])
    unit = clock.unit_id or next((post.unit for post in people.posts_of([clock.post_id or 0])), None)
    for above in lineage(unit):
        heads = _answering([post.id for post in leads if post.unit == above], "superior", at=at)
        heads = [one for one in heads if one.person not in lower]
        if heads:
            return heads
    return []


def _office(*, at: datetime) -> list[Called]:
    posts = people.posts_of_kinds([PostKind.OFFICE]) or people.posts_of_kinds([PostKind.LEAD])
    return _answering([post.id for post in posts], "office", at=at)
