"""The pages of units, posts and people: who is there and who answers, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.kernel.trail.queries import TrailRow, entries_of
from answerable.office.people.models import Absence, Account, Holding, Person, Post, Unit
from answerable.office.people.queries.access import HeldToday, answering, day_of, held_today
from answerable.office.people.rules import HOLDING_NAMES, POST_NAMES, Answering, HoldingKind, PostKind, Span

READ = "people.read"
KEEP = "people.keep"
UNITS_A_PAGE = 100
PEOPLE_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class HolderRow:
    """One holding as a page shows it. `when`: now, later or past."""

    id: int
    post_id: int
    post: str
    unit: str
    person_id: int
    person: str
    kind: str
    order: int
    begins_on: date
    ends_on: date | None
    when: str
    away_until: date | None


@dataclass(frozen=True, slots=True)
class PostRow:
    """One post with who answers for it today; `instead_of` names the main holder who is away."""

    id: int
    code: str
    title: str
    kind: str
    unit_id: int
    unit: str
    is_active: bool
    answers_id: int | None
    answers: str
    instead_of: str
    backups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit of the tree with its posts."""

    id: int
    code: str
    name: str
    short_name: str
    depth: int
    state: str
    posts: tuple[PostRow, ...]
    indent: str


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """Days on which somebody is away."""

    id: int
    begins_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class UnitPage:
    """One unit: where it stands, what lies below, its posts, what was done to it."""

    unit: Unit
    above: tuple[Unit, ...]
    below: tuple[Unit, ...]
    merged_into: Unit | None
    posts: tuple[PostRow, ...]
    history: tuple[TrailRow, ...]
    may_keep: bool


@dataclass(frozen=True, slots=True)
class PostPage:
    """One post: who answers today, every holding, what was done to it."""

    post: Post
    row: PostRow
    holdings: tuple[HolderRow, ...]
    history: tuple[TrailRow, ...]
    may_keep: bool


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person as the list shows them."""

    id: int
    name: str
    email: str
    posts: tuple[str, ...]
    is_away: bool


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person: their posts and days away. Nothing about how they work."""

    person: Person
    account: str
    holdings: tuple[HolderRow, ...]
    absences: tuple[AbsenceRow, ...]
    may_keep: bool
    may_note_absence: bool


def units_tree(
    actor: Actor, *, at: datetime, text: str = "", closed: bool = False, page: str | int = 1
) -> "Page[UnitRow]":
    """Show the tree with posts and who answers; `text` keeps the units in which it turns up."""
    actor.need(READ)
    units = Unit.objects.order_by("path") if closed else Unit.objects.filter(state="active").order_by("path")
    wanted = text.strip()
    if wanted:
        posts = Post.objects.filter(state="active").filter(
            Q(title__icontains=wanted)
            | Q(code__icontains=wanted)
            | Q(holdings__person__name__icontains=wanted)
        )
        named = Q(name__icontains=wanted) | Q(short_name__icontains=wanted) | Q(code__icontains=wanted)
        units = units.filter(named | Q(pk__in=posts.values("unit")))
    chosen: Page[Any] = Paginator(units, UNITS_A_PAGE).get_page(page)
    by_unit: dict[int, list[PostRow]] = defaultdict(list)
    for post in _post_rows(Post.objects.filter(state="active", unit__in=[unit.pk for unit in chosen]), at=at):
        by_unit[post.unit_id].append(post)
    chosen.object_list = [_unit_row(unit, tuple(by_unit[unit.pk])) for unit in chosen]
    return chosen


def _unit_row(unit: Unit, posts: tuple[PostRow, ...]) -> UnitRow:
    """Give a unit with its posts; its place in the tree is shown by full-width spaces, as on paper."""
    indent = "\u3000" * (unit.depth - 1)
    return UnitRow(unit.pk, unit.code, unit.name, unit.short_name, unit.depth, unit.state, posts, indent)


def _post_rows(posts: Any, *, at: datetime) -> list[PostRow]:
    """Give posts with who answers for them; two queries, however many."""
    return _with_holders(posts.select_related("unit").order_by("kind", "code"), at=at)


def _with_holders(posts: Iterable[Post], *, at: datetime) -> list[PostRow]:
    chosen = list(posts)
    rows = held_today([post.pk for post in chosen], at=at)
    first = answering([post.pk for post in chosen], rows)
    held: dict[int, list[HeldToday]] = defaultdict(list)
    for row in rows:
        held[row.post].append(row)
    return [_post_row(post, first[post.pk], held[post.pk]) for post in chosen]


def _post_row(post: Post, answering: Answering | None, held: list[HeldToday]) -> PostRow:
    now = answering.person if answering else None
    names = {row.person: row.name for row in held}
    return PostRow(
        post.pk,
        post.code,
        post.title,
        str(POST_NAMES[PostKind(post.kind)]),
        post.unit_id,
        post.unit.name,
        post.state == "active",
        now,
        names.get(now or 0, ""),
        names.get(answering.instead_of or 0, "") if answering else "",
        tuple(row.name for row in held if row.kind is HoldingKind.BACKUP and row.person != now),
    )


def unit_page(actor: Actor, unit: int, *, at: datetime) -> UnitPage:
    """Show one unit."""
    actor.need(READ)
    row = _there(Unit.objects.filter(pk=unit).select_related("merged_into"))
    above = Unit.objects.filter(
        path__in=[row.path[:end] for end in range(Unit.steplen, len(row.path), Unit.steplen)]
    )
    below = Unit.objects.filter(path__startswith=row.path, depth=row.depth + 1, state="active")
    return UnitPage(
        row,
        tuple(above.order_by("path")),
        tuple(below.order_by("path")),
        row.merged_into,
        tuple(_post_rows(Post.objects.filter(unit=row, state="active"), at=at)),
        entries_of(f"unit:{row.pk}", limit=20),
        actor.may(KEEP) and actor.reaches(row.pk),
    )


def post_page(actor: Actor, post: int, *, at: datetime) -> PostPage:
    """Show one post with every holding it ever had."""
    actor.need(READ)
    row = _there(Post.objects.filter(pk=post).select_related("unit"))
    (shown,) = _with_holders([row], at=at)
    holdings = _holder_rows(Holding.objects.filter(post=row), at=at)
    may_keep = actor.may(KEEP) and actor.reaches(row.unit_id)
    return PostPage(row, shown, holdings, entries_of(f"post:{row.pk}", limit=20), may_keep)


def persons(actor: Actor, *, at: datetime, text: str = "", page: str | int = 1) -> "Page[PersonRow]":
    """List the people by name with the posts they hold today."""
    actor.need(READ)
    rows = Person.objects.filter(state="active").order_by("name", "pk")
    if text.strip():
        rows = rows.filter(Q(name__icontains=text.strip()) | Q(email__icontains=text.strip()))
    chosen: Page[Any] = Paginator(rows, PEOPLE_A_PAGE).get_page(page)
    day = day_of(at)
    ids = [person.pk for person in chosen]
    held: dict[int, list[str]] = defaultdict(list)
    for row in Holding.objects.filter(person__in=ids, post__state="active").select_related("post__unit"):
        if Span(row.begins_on, row.ends_on).holds(day):
            kind = "" if row.kind == HoldingKind.MAIN else f" ({HOLDING_NAMES[HoldingKind(row.kind)]})"
            held[row.person_id].append(f"{row.post.title}, {row.post.unit.name}{kind}")
    away = set(
        Absence.objects.filter(person__in=ids, begins_on__lte=day, ends_on__gte=day).values_list(
            "person", flat=True
        )
    )
    chosen.object_list = [
        PersonRow(person.pk, person.name, person.email, tuple(held[person.pk]), person.pk in away)
        for person in chosen
    ]
    return chosen


def person_page(actor: Actor, person: int, *, at: datetime) -> PersonPage:
    """Show one person: their posts, and their days away from today on."""
    actor.need(READ)
    row = _there(Person.objects.filter(pk=person))
    absences = Absence.objects.filter(person=row, ends_on__gte=day_of(at)).order_by("begins_on")
    account = Account.objects.filter(person=row).values_list("username", flat=True).first()
    return PersonPage(
        row,
        account or "",
        _holder_rows(Holding.objects.filter(person=row), at=at),
        tuple(AbsenceRow(one.pk, one.begins_on, one.ends_on) for one in absences),
        actor.may(KEEP),
        actor.may(KEEP) or actor.person == row.pk,
    )


def _holder_rows(rows: Any, *, at: datetime) -> tuple[HolderRow, ...]:
    """Give holdings, those of today first, then those to come, then the past."""
    day = day_of(at)
    chosen = list(rows.select_related("post__unit", "person").order_by("-begins_on", "order", "pk"))
    away = dict(
        Absence.objects.filter(
            person__in={row.person_id for row in chosen}, begins_on__lte=day, ends_on__gte=day
        ).values_list("person", "ends_on")
    )
    shown = [_holder_row(row, day, away.get(row.person_id)) for row in chosen]
    places = {"now": 0, "later": 1, "past": 2}
    return tuple(sorted(shown, key=lambda row: places[row.when]))


def _holder_row(row: Holding, day: date, away_until: date | None) -> HolderRow:
    past = row.ends_on is not None and row.ends_on < day
    when = "past" if past else "later" if row.begins_on > day else "now"
    return HolderRow(
        row.pk,
        row.post_id,
        row.post.title,
        row.post.unit.name,
        row.person_id,
        row.person.name,
        str(HOLDING_NAMES[HoldingKind(row.kind)]),
        row.order,
        row.begins_on,
        row.ends_on,
        when,
        away_until if when == "now" else None,
    )


def person_choices(actor: Actor) -> list[tuple[int, str]]:
    """List the people who can hold a post, for a form; namesakes are told apart by number or address."""
    actor.need(KEEP)
    rows = list(Person.objects.filter(state="active").order_by("name", "pk"))
    return [(row.pk, _told_apart(row)) for row in rows]


def _told_apart(person: Person) -> str:
    beside = person.staff_number or person.email
    return f"{person.name} ({beside})" if beside else person.name


def holding_for(actor: Actor, holding: int) -> Holding:
    """Give one holding to who keeps its post."""
    row: Holding = _there(Holding.objects.filter(pk=holding).select_related("post__unit", "person"))
    actor.need(KEEP, unit=row.post.unit_id)
    return row


def _there(rows: Any) -> Any:
    found = rows.first()
    if found is None:
        raise NotFound(_("There is no such unit, post or person."), _("Go back to the units."))
    return found
