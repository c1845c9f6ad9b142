"""Who holds the posts that owe duties: the people and days behind a name."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from answerable.governance.duties.models import Occurrence
from answerable.governance.duties.rules.holding import Member, PostNow
from answerable.office.people import queries as people
from answerable.office.people.rules import HoldingKind, Span


def _posts() -> Any:
    """Give the posts of the office, by our own foreign key to them."""
    return Occurrence._meta.get_field("post").related_model


def _holdings() -> Any:
    return _posts()._meta.get_field("holdings").related_model


def _absences() -> Any:
    person: Any = Occurrence._meta.get_field("owner").related_model
    return person._meta.get_field("absences").related_model


def _touching(rows: Any, first: date, last: date) -> Any:
    """Keep the spans of days that touch another."""
    return rows.filter(begins_on__lte=last).filter(Q(ends_on=None) | Q(ends_on__gte=first))


def posts_now(posts: Iterable[int], *, at: datetime) -> dict[int, PostNow]:
    """Say of each post who answers today and who else holds it; four queries, however many."""
    wanted, day = sorted(set(posts)), people.day_of(at)
    answering = people.holders(wanted, at=at)
    held = _touching(_holdings().objects.filter(post__in=wanted, person__state="active"), day, day)
    rows = list(held.select_related("person").order_by("order", "pk"))
    persons = {row.person_id for row in rows}
    away = {person for person, _span in away_between(persons, day, day)}
    members: dict[int, list[Member]] = defaultdict(list)
    for row in rows:
        member = Member(
            row.person_id, row.person.name, HoldingKind(row.kind), row.order, row.person_id in away
        )
        members[row.post_id].append(member)
    return {post: PostNow(answering[post], tuple(members[post])) for post in wanted}


def held_between(post: int, first: date, last: date) -> tuple[tuple[int, Span], ...]:
    """List who held a post in a span of days, in whatever way."""
    rows = _touching(_holdings().objects.filter(post=post), first, last)
    return tuple((row.person_id, Span(row.begins_on, row.ends_on)) for row in rows)


def away_between(persons: Iterable[int], first: date, last: date) -> tuple[tuple[int, Span], ...]:
    """List the days away of people that touch a span."""
    rows = _touching(_absences().objects.filter(person__in=list(persons)), first, last)
    return tuple((row.person_id, Span(row.begins_on, row.ends_on)) for row in rows)


def post_titles(posts: Iterable[int]) -> dict[int, str]:
    """Give the titles of posts."""
    return dict(_posts().objects.filter(pk__in=list(posts)).values_list("pk", "title"))
