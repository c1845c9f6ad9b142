"""Who is short of what their post must hold: by post, in the order of the house, never by amount."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from answerable.governance.plan import queries as plan
from answerable.governance.plan.rules.document import Duty, PlanDocument
from answerable.governance.training.models import Course
from answerable.governance.training.queries.records import held_by, hours_of
from answerable.governance.training.rules.lacking import Why, hours_missing, why_short, year_of
from answerable.governance.training.rules.validity import REMIND
from answerable.office.people import queries as people
from answerable.office.people.queries import day_of
from answerable.office.people.queries.offices import HeldHere, PostHere


@dataclass(frozen=True, slots=True)
class ShortRow:
    """One thing that one holder of a post lacks. `lacking` are hours where hours are asked for."""

    post: int
    post_title: str
    unit: str
    person: int | None
    person_name: str
    requirement: str
    course: int | None
    held_until: date | None
    why: Why
    lacking: Decimal | None = None


@dataclass(frozen=True, slots=True)
class HoursAsked:
    """Hours that the plan asks of a post in a year, and the duty that asks."""

    post: int
    duty: str
    hours: Decimal


def short_of(
    posts: Iterable[int] | None, *, at: datetime, asked: "tuple[HoursAsked, ...] | None" = None
) -> tuple[ShortRow, ...]:
    """Say who is short of what, for these posts or for all: a handful of queries, however many people."""
    rows = people.posts_here() if posts is None else people.posts_of(list(posts))
    held = people.holdings_on([post.id for post in rows], at=at)
    by_post: dict[int, list[HeldHere]] = {}
    for one in held:
        by_post.setdefault(one.post, []).append(one)
    day = day_of(at)
    found = [
        *_short_of_courses(rows, by_post, day),
        *_short_of_hours(rows, by_post, hours_asked(plan.in_force(at=at)) if asked is None else asked, day),
    ]
    places = {post.id: place for place, post in enumerate(rows)}
    return tuple(sorted(found, key=lambda row: (places[row.post], row.requirement, row.person_name)))


def _short_of_courses(
    posts: Iterable[PostHere], held: Mapping[int, list[HeldHere]], day: date
) -> list[ShortRow]:
    courses = [course for course in Course.objects.filter(is_given=True) if course.required_for]
    persons = {one.person for rows in held.values() for one in rows}
    have = held_by(persons, [course.pk for course in courses])
    found = []
    for post in posts:
        for course in courses:
            if post.kind not in course.required_for:
                continue
            for one in held.get(post.id, ()):
                known = have.get((one.person, course.pk))
                why = why_short(known, day=day, soon=day + REMIND)
                if why is not None:
                    until = known.until if known else None
                    found.append(_row(post, one, course.name, course.pk, until, why))
    return found


def _short_of_hours(
    posts: Iterable[PostHere], held: Mapping[int, list[HeldHere]], hours: Iterable[HoursAsked], day: date
) -> list[ShortRow]:
    asked = {one.post: one for one in hours}
    persons = {one.person for post in asked for one in held.get(post, ())}
    have = hours_of(persons, *year_of(day))
    found = []
    for post in posts:
        for one in held.get(post.id, ()) if post.id in asked else ():
            missing = hours_missing(have[one.person], asked[post.id].hours)
            if missing:
                found.append(_row(post, one, "", None, None, Why.HOURS, missing))
    return found


def _row(
    post: PostHere,
    one: HeldHere,
    requirement: str,
    course: int | None,
    until: date | None,
    why: Why,
    lacking: Decimal | None = None,
) -> ShortRow:
    return ShortRow(
        post.id, post.title, post.unit_name, one.person, one.name, requirement, course, until, why, lacking
    )


def hours_asked(standing: plan.Standing | None) -> tuple[HoursAsked, ...]:
    """List the posts of which a plan asks hours of training in a year."""
    if standing is None:
        return ()
    bound = plan.posts_bound(standing.version_id)
    found = []
    for duty in standing.document.duties.values():
        least = hours_of_duty(duty, standing.document)
        if least is not None:
            found += [
                HoursAsked(post, duty.id, least)
                for (code, _unit), post in bound.items()
                if code == duty.owner
            ]
    return tuple(found)


def hours_of_duty(duty: Duty, document: PlanDocument) -> Decimal | None:
    """Give the hours that a duty measures by, with the plan's figure put in; None where it measures none."""
    if duty.measure.get("sum") != "hours":
        return None
    least = duty.measure.get("min", 0)
    if isinstance(least, str) and least.startswith("$"):
        least = document.params[least[1:]].value
    return Decimal(str(least))
