"""Pages of units, posts and people: who answers today, who stands in, who is away, what was."""

from datetime import date, timedelta

import pytest

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import NotAllowed, NotFound
from answerable.office.people import actions, queries
from answerable.office.people.rules import HoldingKind, PostKind, Role
from tests.answerable.office.people.makers import (
    NOON,
    actor_of,
    make_absence,
    make_account,
    make_holding,
    make_member,
    make_person,
    make_post,
    make_unit,
)

pytestmark = pytest.mark.django_db


def test_a_post_says_who_answers_in_whose_place_and_who_else_could():
    post = make_post()
    ada, boris, chen = (make_person(name=name) for name in ("Ada", "Boris", "Chen"))
    make_holding(post, ada)
    make_holding(post, boris, HoldingKind.BACKUP, order=1)
    make_holding(post, chen, HoldingKind.BACKUP, order=2)
    make_absence(ada, date(2026, 3, 1), date(2026, 3, 5))
    row = queries.post_page(MACHINE, post.pk, at=NOON).row
    assert (row.answers, row.instead_of, row.backups) == ("Boris", "Ada", ("Chen",))
    back = queries.post_page(MACHINE, post.pk, at=NOON + timedelta(days=5)).row
    assert (back.answers, back.instead_of, back.backups) == ("Ada", "", ("Boris", "Chen"))


def test_holdings_stand_now_later_past():
    post = make_post()
    make_holding(post, make_person(name="Past"), begins_on=date(2024, 1, 1), ends_on=date(2025, 12, 31))
    make_holding(post, make_person(name="Next"), begins_on=date(2027, 1, 1))
    make_holding(post, make_person(name="Now"), begins_on=date(2026, 1, 1), ends_on=date(2026, 12, 31))
    rows = queries.post_page(MACHINE, post.pk, at=NOON).holdings
    assert [(row.person, row.when) for row in rows] == [("Now", "now"), ("Next", "later"), ("Past", "past")]


def test_a_unit_shows_its_way_up_and_what_lies_below():
    root = make_unit(name="Bureau")
    supply = make_unit(root, name="Supply")
    make_unit(supply, name="Pumps")
    page = queries.unit_page(MACHINE, supply.pk, at=NOON)
    assert [unit.name for unit in page.above] == ["Bureau"]
    assert [unit.name for unit in page.below] == ["Pumps"]


def test_closed_units_are_shown_only_when_asked_for():
    root = make_unit()
    gone = make_unit(root)
    actions.close_unit(gone.pk, by=MACHINE, at=NOON)
    assert queries.units_tree(MACHINE, at=NOON).paginator.count == 1
    assert queries.units_tree(MACHINE, at=NOON, closed=True).paginator.count == 2


def test_people_are_listed_with_todays_posts():
    person = make_person(name="Ada")
    make_holding(make_post(make_unit(name="Supply"), title="Engineer"), person)
    make_holding(make_post(title="Former"), person, ends_on=date(2026, 1, 31))
    make_absence(person, date(2026, 3, 2), date(2026, 3, 2))
    (row,) = queries.persons(MACHINE, at=NOON)
    assert row.posts == ("Engineer, Supply",)
    assert row.is_away
    assert list(queries.persons(MACHINE, at=NOON, text="nobody")) == []


def test_a_contact_keeps_nothing_but_may_note_their_own_days():
    chen = make_member("Chen", PostKind.LIAISON)
    page = queries.person_page(actor_of(chen), chen.person_id, at=NOON)
    assert (page.may_keep, page.may_note_absence) == (False, True)
    other = queries.person_page(actor_of(chen), make_person().pk, at=NOON)
    assert not other.may_note_absence


def test_namesakes_are_told_apart_in_a_list_to_choose_from():
    make_person(name="Li", staff_number="7")
    make_person(name="Li", email="li@b.example")
    assert [name for _id, name in queries.person_choices(MACHINE)] == ["Li (7)", "Li (li@b.example)"]


def test_a_reader_and_a_stranger_see_no_people():
    reader = actor_of(make_account("reader", role=Role.READER))
    with pytest.raises(NotAllowed):
        queries.units_tree(reader, at=NOON)
    with pytest.raises(NotFound):
        queries.unit_page(MACHINE, 999_999, at=NOON)


def test_names_codes_and_short_names_find_units_unless_they_are_ambiguous():
    supply = make_unit(name="Supply", code="S", short_name="Water")
    make_unit(name="Other", code="O", short_name="Water")
    assert queries.units_named(["Supply", "S", "Water", "none"]) == {"Supply": supply.pk, "S": supply.pk}
