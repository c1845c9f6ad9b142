"""Reading people: the door through which access is decided."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from answerable.kernel.actor import NOBODY, Actor
from answerable.office.people.models import Absence, Account, Holding, Person, Unit
from answerable.office.people.rules import (
    WHOLE_BODY,
    Answering,
    Held,
    HoldingKind,
    PostKind,
    Role,
    abilities_of,
    who_answers,
)


def day_of(at: datetime) -> date:
    """Give the day on which a moment lies in the body's zone."""
    return timezone.localtime(at).date()


def holders(posts: Iterable[int], *, at: datetime) -> dict[int, Answering | None]:
    """Say who answers for each post on the day of `at`; None where nobody does."""
    wanted, day = list(posts), day_of(at)
    held: dict[int, list[Held]] = defaultdict(list)
    rows = Holding.objects.filter(post__in=wanted, begins_on__lte=day).filter(
        Q(ends_on=None) | Q(ends_on__gte=day)
    )
    away = set(Absence.objects.filter(begins_on__lte=day, ends_on__gte=day).values_list("person", flat=True))
    for row in rows.filter(person__state="active"):
        held[row.post_id].append(Held(row.person_id, HoldingKind(row.kind), row.order, row.person_id in away))
    return {post: who_answers(held[post]) for post in wanted}


def actor_for(user: Any, *, at: datetime) -> Actor:
    """Say who a signed-in account acts as at this moment: its posts, its reach, its abilities."""
    if not user.is_authenticated or not user.is_active:
        return NOBODY
    posts = {}
    if user.person_id is not None:
        day = day_of(at)
        rows = Holding.objects.filter(person=user.person_id, post__state="active", begins_on__lte=day)
        rows = rows.filter(Q(ends_on=None) | Q(ends_on__gte=day)).select_related("post__unit")
        mine = {row.post_id: row.post for row in rows}
        answering = holders(mine, at=at)
        posts = {key: post for key, post in mine.items() if _answers(answering[key], user.person_id)}
    role = Role(user.role) if user.role in set(Role) else Role.NONE
    return Actor(
        kind="person",
        name=user.person.name if user.person_id else user.get_username(),
        account=user.pk,
        person=user.person_id,
        posts=frozenset(posts),
        units=_reach(posts.values(), role),
        abilities=abilities_of((PostKind(post.kind) for post in posts.values()), role),
    )


def _answers(answering: Answering | None, person: int) -> bool:
    return answering is not None and answering.person == person


def _reach(posts: Iterable[Any], role: Role) -> frozenset[int]:
    """Work out the units that posts reach: their own and all below, or the whole body."""
    chosen = list(posts)
    if role is Role.ADMINISTRATOR or any(PostKind(post.kind) in WHOLE_BODY for post in chosen):
        return frozenset(Unit.objects.values_list("pk", flat=True))
    below = Q(pk__in=[])
    for post in chosen:
        below |= Q(path__startswith=post.unit.path)
    return frozenset(Unit.objects.filter(below).values_list("pk", flat=True))


def unit_choices(actor: Actor) -> list[tuple[int, str]]:
    """List the units within an actor's reach, in the order of the tree, for a form."""
    rows = Unit.objects.filter(pk__in=actor.units).order_by("path")
    return [(unit.pk, f"{'　' * (unit.depth - 1)}{unit.name}") for unit in rows]


def unit_names(ids: Iterable[int]) -> dict[int, str]:
    """Give the names of units."""
    return dict(Unit.objects.filter(pk__in=list(ids)).values_list("pk", "name"))


def language_of(person: int) -> str:
    """Give the language in which a person reads."""
    chosen = Account.objects.filter(person=person).values_list("language", flat=True).first()
    return chosen or settings.LANGUAGE_CODE


def who_may(ability: str, *, at: datetime, unit: int | None = None) -> list[int]:
    """List the people who have an ability at this moment, with a unit in their reach where one is named."""
    accounts = Account.objects.filter(is_active=True).exclude(person=None).select_related("person")
    actors = [actor_for(account, at=at) for account in accounts]
    return [
        actor.person
        for actor in actors
        if actor.person is not None and actor.may(ability) and (unit is None or actor.reaches(unit))
    ]


def account_named(username: str) -> Account | None:
    """Find an account by its name, for the command line."""
    return Account.objects.filter(username__iexact=username.strip()).first()


def holder_of(post: int, *, at: datetime) -> Answering | None:
    """Say who answers for one post, and in whose place."""
    return holders([post], at=at)[post]


def people_names(ids: Iterable[int]) -> dict[int, str]:
    """Give the names of people."""
    return dict(Person.objects.filter(pk__in=list(ids)).values_list("pk", "name"))


def units_named(words: Iterable[str]) -> dict[str, int]:
    """Find active units by code, name or short name; a word that fits several is left out."""
    wanted = {word.strip() for word in words} - {""}
    found: dict[str, set[int]] = defaultdict(set)
    named = Q(code__in=wanted) | Q(name__in=wanted) | Q(short_name__in=wanted)
    for unit in Unit.objects.filter(named, state="active"):
        for word in {unit.code, unit.name, unit.short_name} & wanted:
            found[word].add(unit.pk)
    return {word: ids.pop() for word, ids in found.items() if len(ids) == 1}
