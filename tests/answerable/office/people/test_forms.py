"""What may be typed about units, posts, people and accounts."""

from datetime import date

import pytest

from answerable.office.people.forms import (
    AccountForm,
    HoldingForm,
    PersonForm,
    PlaceForm,
    PostForm,
    RoleForm,
    UnitForm,
)
from answerable.office.people.rules import HoldingKind, PostKind, Role


def test_a_unit_is_drafted_as_it_was_typed():
    form = UnitForm({"name": "供水科", "code": "S-01", "short_name": "供水"})
    assert form.is_valid()
    assert (form.draft().code, form.draft().name, form.draft().short_name) == ("S-01", "供水科", "供水")


@pytest.mark.parametrize("code", ["S 01", "S;01", "<b>", "S-01\n", ""])
def test_a_code_holds_no_spaces_and_no_signs(code):
    assert "code" in UnitForm({"name": "x", "code": f"{code}x" if code.endswith("\n") else code}).errors


def test_a_post_stands_in_a_unit_that_is_offered():
    given = {"title": "Contact", "code": "P", "kind": "liaison", "unit": "7"}
    assert PostForm(given, units=[(7, "Supply")]).is_valid()
    assert "unit" in PostForm(given, units=[(8, "Other")]).errors
    form = PostForm(given, units=[(7, "Supply")])
    assert form.is_valid()
    assert (form.draft().kind, form.draft().unit) == (PostKind.LIAISON, 7)


def test_an_e_mail_address_is_kept_in_small_letters_and_the_number_may_be_missing():
    form = PersonForm({"name": " Ada ", "email": "Ada@Body.Example"})
    assert form.is_valid()
    assert (form.draft().name, form.draft().email, form.draft().staff_number) == (
        "Ada",
        "ada@body.example",
        "",
    )


def test_a_holding_is_drafted_with_its_days():
    given = {"person": "3", "kind": "backup", "begins_on": "2026-01-01", "ends_on": "", "order": "2"}
    form = HoldingForm(given, people=[(3, "Ada")])
    assert form.is_valid()
    draft = form.draft(9)
    assert (draft.post, draft.person, draft.kind, draft.order) == (9, 3, HoldingKind.BACKUP, 2)
    assert (draft.begins_on, draft.ends_on) == (date(2026, 1, 1), None)


@pytest.mark.parametrize("name", ["a b", "a<b", "", "a/b"])
def test_a_name_to_sign_in_with_is_plain(name):
    assert "username" in AccountForm({"username": name}, people=[]).errors


def test_an_account_without_person_and_role_may_nothing_and_says_so():
    form = AccountForm({"username": "ada"}, people=[])
    assert form.is_valid()
    assert (form.draft().person, form.draft().role) == (None, Role.NONE)


def test_only_known_roles_and_offered_units_are_taken():
    assert "role" in RoleForm({"role": "owner"}).errors
    assert "unit" in PlaceForm({"unit": "4"}, units=[(5, "Supply")]).errors
