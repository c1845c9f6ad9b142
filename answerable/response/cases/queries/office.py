"""Posts and units as the forms and signatures of cases need them."""

from collections.abc import Iterable
from datetime import datetime

from answerable.kernel.actor import Actor
from answerable.office.people import queries as people


def home_unit(actor: Actor) -> int | None:
    """Give the unit of an actor's first post; None for somebody without a post."""
    return people.home_unit(actor)


def first_post(actor: Actor) -> int | None:
    """Give an actor's first post."""
    return min(actor.posts, default=None)


def unit_of_person(person: int) -> int | None:
    """Give the unit of the first post that a person has; None for somebody without one."""
    return next((post.unit for post in people.posts_of_persons([person])), None)


def post_titles(actor: Actor) -> str:
    """Name the posts of an actor, as they stand under what they sign."""
    return " / ".join(people.post_titles(sorted(actor.posts)).values())[:200]


def post_choices() -> list[tuple[int, str]]:
    """List the active posts with their unit, for a form: an action can be anybody's."""
    return [(post.id, f"{post.unit_name} · {post.title}") for post in people.posts_here()]


def unit_of_post(post: int) -> int | None:
    """Give the unit of an active post."""
    return next((row.unit for row in people.posts_of([post])), None)


def all_units() -> list[tuple[int, str]]:
    """List every active unit in the order of the tree, for a form: tasks and leads go to any of them."""
    return [(unit.id, f"{'　' * (unit.depth - 1)}{unit.name}") for unit in people.units_here()]


def people_of(unit: int, *, among: Iterable[int], at: datetime) -> list[int]:
    """Give those of some people who hold a post in this very unit on that day."""
    wanted = set(among)
    posts = [post.id for post in people.posts_here() if post.unit == unit]
    return sorted({held.person for held in people.holdings_on(posts, at=at)} & wanted)
