"""Reading people: the door through which access is decided."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Left, Length
from django.utils import timezone

from answerable.kernel.actor import NOBODY, Actor
from answerable.kernel.together import read_together
from answerable.office.people.models import Absence, Account, Holding, Person, Post, Unit
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


@dataclass(frozen=True, slots=True)
class HeldToday:
    """A holding of today: of which post, by whom, and whether that person is away or has left the body."""

    post: int
    person: int
    name: str
    kind: HoldingKind
    order: int
    is_away: bool
    is_active: bool


def day_of(at: datetime) -> date:
    """Give the day on which a moment lies in the body's zone."""
    return timezone.localtime(at).date()


def holders(posts: Iterable[int], *, at: datetime) -> dict[int, Answering | None]:
    """Say who answers for each post on the day of `at`; None where nobody does."""
    wanted = list(posts)
    return _answering(wanted, _in_force(day_of(at)).filter(post__in=wanted))


def held_today(posts: Iterable[int], *, at: datetime) -> tuple[HeldToday, ...]:
    """List who holds posts on the day of a moment and who of them is away, those who have left the body too."""
    rows: Iterable[Any] = _in_force(day_of(at)).filter(post__in=list(posts)).order_by("order", "pk")
    return tuple(
        HeldToday(
            row.post_id,
            row.person_id,
            row.person.name,
            HoldingKind(row.kind),
            row.order,
            row.is_away,
            row.person.state == "active",
        )
        for row in rows
    )


def answering(posts: Iterable[int], held: Iterable[HeldToday]) -> dict[int, Answering | None]:
    """Say who answers for each post, of rows that were read."""
    rows: dict[int, list[Held]] = defaultdict(list)
    for row in held:
        if row.is_active:
            rows[row.post].append(Held(row.person, row.kind, row.order, row.is_away))
    return {post: who_answers(rows[post]) for post in posts}


def _in_force(day: date) -> "QuerySet[Holding]":
    """Give the holdings of a day, each with whether its person is active and away then."""
    rows = Holding.objects.filter(begins_on__lte=day).filter(Q(ends_on=None) | Q(ends_on__gte=day))
    away = Absence.objects.filter(person=OuterRef("person"), begins_on__lte=day, ends_on__gte=day)
    return rows.annotate(is_away=Exists(away)).select_related("person")


def _answering(posts: Iterable[int], rows: Iterable[Any]) -> dict[int, Answering | None]:
    held: dict[int, list[Held]] = defaultdict(list)
    for row in rows:
        if row.person.state == "active":
            held[row.post_id].append(Held(row.person_id, HoldingKind(row.kind), row.order, row.is_away))
    return {post: who_answers(held[post]) for post in posts}


def actor_for(user: Any, *, at: datetime) -> Actor:
    """Say who a signed-in account acts as at this moment: its posts, its reach, its abilities."""
    if not user.is_authenticated or not user.is_active:
        return NOBODY
    return actors_for([user], at=at)[0]


def actors_for(accounts: Sequence[Any], *, at: datetime) -> list[Actor]:
    """Say who active accounts act as, in one query, however many they are."""
    day = day_of(at)
    people = [account.person_id for account in accounts if account.person_id is not None]
    theirs = Holding.objects.filter(person__in=people, post__state="active", begins_on__lte=day)
    theirs = theirs.filter(Q(ends_on=None) | Q(ends_on__gte=day))
    rows = _in_force(day).filter(post__in=theirs.values("post")).select_related("post__unit")
    below = _units_below(theirs, accounts).values_list("pk", "path")
    read_together(rows, below)
    units = dict(below)
    answering = _answering({row.post_id for row in rows}, rows)
    posts: dict[int, dict[int, Post]] = defaultdict(dict)
    names = {row.person_id: row.person.name for row in rows}
    for row in rows:
        if _answers(answering[row.post_id], row.person_id):
            posts[row.person_id][row.post_id] = row.post
    return [
        _actor(account, posts.get(account.person_id, {}), units, names.get(account.person_id, ""))
        for account in accounts
    ]


def _actor(account: Any, posts: Mapping[int, Post], units: Mapping[int, str], name: str) -> Actor:
    role = _role(account)
    if not name:
        name = account.person.name if account.person_id else account.get_username()
    return Actor(
        kind="person",
        name=name,
        account=account.pk,
        person=account.person_id,
        posts=frozenset(posts),
        units=_reach(posts.values(), role, units),
        abilities=abilities_of((PostKind(post.kind) for post in posts.values()), role),
    )


def _role(account: Any) -> Role:
    return Role(account.role) if account.role in set(Role) else Role.NONE


def _answers(answering: Answering | None, person: int) -> bool:
    return answering is not None and answering.person == person


def _sees_all(posts: Iterable[Post], role: Role) -> bool:
    return role is Role.ADMINISTRATOR or any(PostKind(post.kind) in WHOLE_BODY for post in posts)


def _units_below(held: "QuerySet[Holding]", accounts: Iterable[Any]) -> Any:
    """Give all units that any of these holdings or accounts may reach."""
    if any(_role(one) is Role.ADMINISTRATOR for one in accounts):
        return Unit.objects.all()
    whole = Q(post__kind__in=WHOLE_BODY)
    begins_alike = Q(post__unit__path=Left(OuterRef("path"), Length("post__unit__path")))
    return Unit.objects.filter(Exists(held.filter(whole | begins_alike)))


def _reach(posts: Iterable[Post], role: Role, units: Mapping[int, str]) -> frozenset[int]:
    """Work out the units that posts reach: their own and all below, or the whole body."""
    chosen = list(posts)
    if _sees_all(chosen, role):
        return frozenset(units)
    tops = tuple({post.unit.path for post in chosen})
    return frozenset(pk for pk, path in units.items() if path.startswith(tops))


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


def actors_who_may(ability: str, *, at: datetime) -> list[Actor]:
    """List whoever has an ability at this moment, with their reach; three queries however many they are."""
    accounts = Account.objects.filter(is_active=True).exclude(person=None).select_related("person")
    return [actor for actor in actors_for(list(accounts), at=at) if actor.may(ability)]


def who_may(ability: str, *, at: datetime, unit: int | None = None) -> list[int]:
    """List the people who have an ability at this moment, with a unit in their reach where one is named."""
    return [
        actor.person
        for actor in actors_who_may(ability, at=at)
        if actor.person is not None and (unit is None or actor.reaches(unit))
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
