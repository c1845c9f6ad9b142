"""Other rooms read units, posts and holdings as plain rows."""

from datetime import date

import pytest

from answerable.office.people import queries
from answerable.office.people.rules import HoldingKind, PostKind, Span
from tests.answerable.office.people.makers import (
    NOON,
    actor_of,
    make_absence,
    make_holding,
    make_member,
    make_person,
    make_post,
    make_unit,
)

pytestmark = pytest.mark.django_db


def test_an_empty_house_has_no_body():
    assert queries.body() is None
    assert queries.units_here() == ()
    assert queries.posts_here() == ()


def test_the_body_is_the_first_root_and_closed_units_are_left_out():
    bureau = make_unit(name="Water bureau")
    make_unit(bureau, name="Press office")
    make_unit(bureau, name="Closed", state="closed")
    assert queries.body().name == "Water bureau"
    assert [unit.name for unit in queries.units_here()] == ["Water bureau", "Press office"]


def test_posts_come_with_their_unit_and_only_while_active():
    bureau = make_unit(name="Water bureau")
    desk = make_post(bureau, PostKind.OFFICE, title="Desk")
    gone = make_post(bureau, PostKind.OFFICE, title="Gone", state="abolished")
    (row,) = queries.posts_here()
    assert (row.title, row.unit, row.unit_name) == ("Desk", bureau.pk, "Water bureau")
    assert queries.posts_of([desk.pk, gone.pk]) == (row,)
    assert queries.posts_of_kinds([PostKind.OFFICE]) == (row,)
    assert queries.posts_of_kinds([PostKind.LEAD]) == ()
    assert queries.post_titles([desk.pk, gone.pk]) == {desk.pk: "Desk", gone.pk: "Gone"}


def test_home_is_the_unit_of_the_first_post():
    bureau = make_unit()
    ada = make_member("Ada", PostKind.OFFICE, bureau)
    assert queries.home_unit(actor_of(ada)) == bureau.pk


def test_kinds_are_those_of_posts_that_a_person_answers_for_today():
    post = make_post(kind=PostKind.SPOKESPERSON, code="P-SPOK")
    emil, dana = make_person(name="Emil"), make_person(name="Dana")
    make_holding(post, emil)
    make_holding(post, dana, HoldingKind.BACKUP)
    assert queries.kinds_held([emil.pk, dana.pk], at=NOON) == {
        emil.pk: (frozenset({"spokesperson"}), frozenset({"P-SPOK"})),
        dana.pk: (frozenset(), frozenset()),
    }
    make_absence(emil, NOON.date(), NOON.date())
    assert queries.kinds_held([dana.pk], at=NOON)[dana.pk][1] == {"P-SPOK"}


def test_holdings_and_absences_that_touch_a_span_are_listed():
    post, emil = make_post(), make_person(name="Emil")
    make_holding(post, emil, begins_on=date(2026, 1, 1), ends_on=date(2026, 1, 31))
    (held,) = queries.holdings_between([post.pk], date(2026, 1, 31), date(2026, 2, 9))
    assert (held.person, held.name, held.span) == (
        emil.pk,
        "Emil",
        Span(date(2026, 1, 1), date(2026, 1, 31)),
    )
    assert queries.holdings_between([post.pk], date(2026, 2, 1), date(2026, 2, 9)) == ()
    assert queries.holdings_on(None, at=NOON) == ()
    assert queries.holdings_on([post.pk], at=NOON) == ()
    make_absence(emil, date(2026, 1, 5), date(2026, 1, 6))
    assert queries.absences_between([emil.pk], date(2026, 1, 6), date(2026, 1, 9)) == (
        (emil.pk, Span(date(2026, 1, 5), date(2026, 1, 6))),
    )


def test_posts_of_people_are_found():
    post, emil = make_post(), make_person()
    make_holding(post, emil)
    assert [row.id for row in queries.posts_of_persons([emil.pk])] == [post.pk]


def test_short_names_come_in_the_order_of_the_tree():
    bureau = make_unit(name="Water bureau")
    office = make_unit(bureau, name="Press office", short_name="Press")
    assert queries.short_names([office.pk, bureau.pk]) == (
        (bureau.pk, "Water bureau"),
        (office.pk, "Press"),
    )


def test_names_of_the_staff_are_found_within_a_text():
    make_person(name="Emil Novak")
    make_person(name="陈静")
    make_person(name="Left Long Ago", state="retired")
    assert queries.names_within("emil novak's page 陈静工作室 Left Long Ago") == ("Emil Novak", "陈静")
    assert queries.names_within("Water Bureau") == ()
