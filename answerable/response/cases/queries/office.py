"""Posts and units as cases need them, read through the room's own foreign keys."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from answerable.kernel.actor import Actor
from answerable.response.cases.models import Case, ReviewAction


def _posts() -> "QuerySet[Any]":
    found: Any = ReviewAction._meta.get_field("post").related_model
    rows: QuerySet[Any] = found.objects.filter(state="active")
    return rows


def home_unit(actor: Actor) -> int | None:
    """Give the unit of an actor's first post; None for somebody without a post."""
    unit: int | None = (
        _posts().filter(pk__in=actor.posts).order_by("pk").values_list("unit", flat=True).first()
    )
    return unit


def first_post(actor: Actor) -> int | None:
    """Give an actor's first post."""
    return min(actor.posts, default=None)


def unit_of_person(person: int) -> int | None:
    """Give the unit of the first post that a person was given; None for somebody without one."""
    rows = _posts().filter(holdings__person=person).order_by("holdings__order", "pk")
    unit: int | None = rows.values_list("unit", flat=True).first()
    return unit


def post_titles(actor: Actor) -> str:
    """Name the posts of an actor, as they stand under what they sign."""
    titles = _posts().filter(pk__in=actor.posts).order_by("pk").values_list("title", flat=True)
    return " / ".join(titles)[:200]


def post_choices() -> list[tuple[int, str]]:
    """List the active posts with their unit, for a form: an action can be anybody's."""
    rows = _posts().select_related("unit").order_by("unit__path", "pk")
    return [(post.pk, f"{post.unit.name} · {post.title}") for post in rows]


def unit_of_post(post: int) -> int | None:
    """Give the unit of an active post."""
    unit: int | None = _posts().filter(pk=post).values_list("unit", flat=True).first()
    return unit


def all_units() -> list[tuple[int, str]]:
    """List every active unit in the order of the tree, for a form: tasks and leads go to any of them."""
    model: Any = Case._meta.get_field("unit").related_model
    rows = model.objects.filter(state="active").order_by("path")
    return [(unit.pk, f"{'　' * (unit.depth - 1)}{unit.name}") for unit in rows]


def people_of(unit: int, *, among: Iterable[int]) -> list[int]:
    """Give those of some people who hold a post in this very unit."""
    rows = _posts().filter(unit=unit, holdings__person__in=list(among))
    return sorted(set(rows.values_list("holdings__person", flat=True)))
