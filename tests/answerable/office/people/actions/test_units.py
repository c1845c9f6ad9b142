"""Units, posts and people are kept by those who may, with unique codes and nothing left hanging."""

from datetime import date

import pytest

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.kernel.trail.models import Entry
from answerable.office.people import actions
from answerable.office.people.actions.units import PersonDraft, PostDraft, UnitDraft
from answerable.office.people.models import Person, Post, Unit
from answerable.office.people.rules import PostKind
from tests.answerable.office.people.makers import (
    NOON,
    actor_of,
    make_account,
    make_holding,
    make_member,
    make_person,
    make_post,
    make_unit,
)

pytestmark = pytest.mark.django_db
WHO = {"by": MACHINE, "at": NOON}


def test_units_grow_as_a_tree_and_leave_their_trace():
    root = actions.add_unit(UnitDraft("B", "Bureau"), parent=None, **WHO)
    supply = actions.add_unit(UnitDraft("S", "Supply"), parent=root.pk, **WHO)
    assert Unit.objects.get_parent(Unit.objects.get(pk=supply.pk)).pk == root.pk
    assert Entry.objects.filter(act="people.add_unit").count() == 2


def test_a_code_is_given_once():
    actions.add_unit(UnitDraft("B", "Bureau"), parent=None, **WHO)
    with pytest.raises(Anticipated, match="taken"):
        actions.add_unit(UnitDraft("B", "Other"), parent=None, **WHO)


def test_a_unit_with_posts_or_units_is_not_closed():
    root = make_unit()
    make_post(make_unit(root))
    with pytest.raises(Anticipated, match="still has"):
        actions.close_unit(root.pk, **WHO)


def test_merging_moves_the_posts_and_closes_the_unit():
    root = make_unit()
    old, new = make_unit(root), make_unit(root)
    post = make_post(old)
    actions.merge_unit(old.pk, into=new.pk, **WHO)
    assert Post.objects.get(pk=post.pk).unit_id == new.pk
    assert Unit.objects.get(pk=old.pk).state == "merged"


def test_a_post_that_somebody_holds_is_not_abolished():
    post = make_post()
    make_holding(post)
    with pytest.raises(Anticipated, match="still holds"):
        actions.close_post(post.pk, **WHO)


def test_posts_and_people_can_be_changed():
    unit = make_unit()
    post = actions.add_post(PostDraft("P1", "Contact", PostKind.LIAISON, unit.pk), **WHO)
    actions.change_post(post.pk, PostDraft("P2", "Main contact", PostKind.LIAISON, unit.pk), **WHO)
    person = actions.add_person(PersonDraft("Chen"), **WHO)
    actions.change_person(person.pk, PersonDraft("Chen Yu", "chen@bureau.example"), **WHO)
    assert Post.objects.get().title == "Main contact"
    assert Person.objects.get(pk=person.pk).email == "chen@bureau.example"


def test_a_contact_may_not_change_the_house():
    chen = actor_of(make_member("Chen", PostKind.LIAISON))
    with pytest.raises(NotAllowed):
        actions.add_unit(UnitDraft("X", "X"), parent=None, by=chen, at=NOON)
    with pytest.raises(NotAllowed):
        actions.add_person(PersonDraft("X"), by=chen, at=NOON)


def test_a_unit_moves_with_all_below_it_but_never_below_itself():
    root = make_unit()
    old, new = make_unit(root), make_unit(root)
    below = make_unit(old)
    actions.move_unit(old.pk, below=new.pk, **WHO)
    assert Unit.objects.get_parent(Unit.objects.get(pk=old.pk)).pk == new.pk
    assert Unit.objects.get_parent(Unit.objects.get(pk=below.pk)).pk == old.pk
    with pytest.raises(Anticipated, match="below itself"):
        actions.move_unit(new.pk, below=below.pk, **WHO)


def test_who_has_left_holds_nothing_and_their_account_is_closed():
    account = make_account("ada", make_person(name="Ada"))
    holding = make_holding(make_post(), account.person)
    with pytest.raises(Anticipated, match="still holds"):
        actions.retire_person(account.person_id, **WHO)
    actions.end_holding(holding.pk, ends_on=date(2026, 3, 1), **WHO)
    actions.retire_person(account.person_id, **WHO)
    account.refresh_from_db()
    assert not account.is_active
    assert Person.objects.get(pk=account.person_id).state == "left"


def test_a_staff_number_is_one_persons():
    actions.add_person(PersonDraft("Ada", "", "007"), **WHO)
    with pytest.raises(Anticipated, match="staff number"):
        actions.add_person(PersonDraft("Boris", "", "007"), **WHO)


def test_a_changed_address_is_also_the_one_for_a_new_password():
    account = make_account("ada", make_person(), email="old@b.example")
    actions.change_person(account.person_id, PersonDraft("Ada", "new@b.example"), **WHO)
    account.refresh_from_db()
    assert account.email == "new@b.example"
