"""Who is short of what: by post, in the order of the house, never by amount."""

from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal

import pytest

from answerable.governance.plan.models import Bound
from answerable.governance.training import queries
from answerable.governance.training.queries import ShortRow
from answerable.governance.training.rules.lacking import Why
from tests.answerable.governance.duties.makers import DUTIES, START, make_version
from tests.answerable.governance.training.makers import DAY, attended, make_cast, make_course
from tests.answerable.office.people.makers import NOON, make_holding, make_person, make_post

pytestmark = pytest.mark.django_db
TRAIN = (
    "{zh: 发言人培训, en: Training, owner: P-LEAD,"
    ' rrule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1", due: {at: month_end, roll: prev}, to: P-COMM,'
    " measure: {sum: hours, min: 8}, evidence: [training_record], ladder: std}"
)


def ask_for_hours(cast):
    """A plan that asks eight hours a year of Emil's post."""
    version = make_version({**DUTIES, "d-train": TRAIN}, at=START)
    post = next(iter(cast.emil.posts))
    Bound.objects.create(version=version, code="P-LEAD", unit=cast.body, post_id=post)


def test_a_post_is_short_of_a_course_until_its_holder_has_it_and_again_when_it_ends():
    cast = make_cast()
    course = make_course(cast, certifies=True, valid_months=12, required_for=("spokesperson",))
    (row,) = queries.short_of(None, at=NOON)
    assert (row.person_name, row.why, row.requirement) == ("Emil", Why.NEVER, "Speaking to the press")
    attended(cast, course, cast.emil)
    assert queries.short_of(None, at=NOON + DAY) == ()
    (row,) = queries.short_of(None, at=NOON + timedelta(days=340))
    assert (row.why, row.held_until) == (Why.SOON, date(2027, 3, 2))
    (row,) = queries.short_of(None, at=NOON + timedelta(days=400))
    assert row.why is Why.EXPIRED


def test_the_plan_asks_for_hours_and_the_record_meets_them():
    cast = make_cast()
    ask_for_hours(cast)
    course = make_course(cast, hours=Decimal(5))
    (row,) = queries.short_of(None, at=NOON)
    assert (row.why, row.lacking) == (Why.HOURS, 8)
    attended(cast, course, cast.emil)
    (row,) = queries.short_of(None, at=NOON + DAY)
    assert row.lacking == 3
    attended(cast, course, cast.emil)
    assert queries.short_of(None, at=NOON + DAY) == ()


def test_the_list_is_asked_for_one_post_too():
    cast = make_cast()
    make_course(cast, required_for=("spokesperson", "inspector"))
    assert len(queries.short_of(None, at=NOON)) == 2
    assert [row.person_name for row in queries.short_of(cast.dana.posts, at=NOON)] == ["Dana"]


def test_no_list_orders_people_by_what_they_have():
    cast = make_cast()
    ask_for_hours(cast)
    post = next(iter(cast.emil.posts))
    for number in range(4):
        person = make_person(name=f"Speaker {9 - number}")
        make_holding(make_post(cast.body), person)
        make_holding(cast.accounts["emil"].person.holdings.first().post, person, kind="backup", order=number)
    rows = queries.short_of([post], at=NOON)
    names = [row.person_name for row in rows]
    assert names == sorted(names)
    assert not {"rank", "place", "score", "hours", "total"} & {field.name for field in fields(ShortRow)}


def test_the_queries_do_not_grow_with_the_people(django_assert_max_num_queries):
    cast = make_cast()
    make_course(cast, required_for=("inspector",))
    for _number in range(30):
        make_holding(make_post(cast.body, "inspector"), make_person())
    with django_assert_max_num_queries(9):
        assert len(queries.short_of(None, at=NOON)) == 31
