"""Every address of the room: who may open it, who may act, in both languages, with nothing and with much."""

import re

import pytest
from django.urls import get_resolver, reverse

from answerable.office.people.models import Account, Person
from answerable.office.people.rules import PostKind, Role
from tests.answerable.office.people.makers import (
    make_account,
    make_holding,
    make_member,
    make_person,
    make_post,
    make_unit,
)

pytestmark = pytest.mark.django_db
ROLES = ("nobody", "reader", "contact", "office", "administrator")
EVERYONE = set(ROLES) - {"nobody"}
MEMBERS = {"contact", "office", "administrator"}
KEEPERS = {"office", "administrator"}
ADMINISTRATORS = {"administrator"}
#: Address -> who gets an answer other than "sign in", "your posts do not allow this" or "there is no such thing".
MAY = {
    "units": MEMBERS,
    "unit": MEMBERS,
    "post": MEMBERS,
    "persons": MEMBERS,
    "person": MEMBERS,
    "mine": EVERYONE,
    "my-language": EVERYONE,
    "end-sessions": EVERYONE,
    "end-session": EVERYONE,
    "accounts": ADMINISTRATORS,
    "add-account": ADMINISTRATORS,
    "account": ADMINISTRATORS,
    "new-link": ADMINISTRATORS,
    "disable-account": ADMINISTRATORS,
    "enable-account": ADMINISTRATORS,
    "reset-factors": ADMINISTRATORS,
    "change-role": ADMINISTRATORS,
}
KEPT = (
    "add-root add-unit change-unit move-unit merge-unit close-unit add-post change-post close-post "
    "hold-post end-holding add-person change-person retire-person add-absence drop-absence "
    "rosters roster-template roster-now roster apply-roster drop-roster"
)
MAY |= dict.fromkeys(KEPT.split(), KEEPERS)


def routes():
    resolver = next(
        entry for entry in get_resolver().url_patterns if getattr(entry, "app_name", "") == "people"
    )
    return {entry.name: re.findall(r"<int:(\w+)>", str(entry.pattern)) for entry in resolver.url_patterns}


def test_every_address_has_its_row():
    assert set(routes()) == set(MAY)


@pytest.fixture
def house():
    """A small house, and one account of each sort."""
    root = make_unit(name="Water Bureau")
    unit = make_unit(root, name="Supply")
    post = make_post(unit, title="Engineer")
    holding = make_holding(post, make_person(name="Emil"))
    make_member("Chen", PostKind.LIAISON, make_unit(root))
    make_member("Ada", PostKind.OFFICE, unit)
    make_account("reader", role=Role.READER)
    make_account("admin", role=Role.ADMINISTRATOR)
    ids = {
        "unit": unit.pk,
        "above": unit.pk,
        "post": post.pk,
        "holding": holding.pk,
        "person": holding.person_id,
    }
    return ids | {"account": Account.objects.get(username="chen").pk, "absence": 1, "roster": 1}


ACCOUNTS = {"reader": "reader", "contact": "chen", "office": "ada", "administrator": "admin"}


def sign_in(client, role):
    if role != "nobody":
        client.force_login(Account.objects.get(username=ACCOUNTS[role]))


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", sorted(MAY))
def test_only_who_may_gets_an_answer(client, house, role, name):
    sign_in(client, role)
    address = reverse(f"people:{name}", kwargs={key: house[key] for key in routes()[name]})
    for verb in (client.get, client.post):
        answer = verb(address)
        if role == "nobody":
            assert answer.status_code in (302, 405)
            assert answer.status_code == 405 or answer.url.startswith(reverse("account_login"))
        elif role in MAY[name]:
            assert answer.status_code != 403
        else:
            assert answer.status_code in (403, 404, 405), f"{name} lets {role} in: {answer.status_code}"
        client.session.save()


PAGES = (
    "units unit post persons person rosters accounts account mine add-account change-role add-unit add-post"
)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("name", PAGES.split())
def test_pages_are_whole_in_both_languages(client, house, name, language):
    sign_in(client, "administrator")
    address = reverse(f"people:{name}", kwargs={key: house[key] for key in routes()[name]})
    answer = client.get(address, headers={"Accept-Language": language})
    text = answer.content.decode()
    assert answer.status_code == 200
    assert f'lang="{language}"' in text
    if language == "zh-hans":
        assert "单位" in text or "账号" in text


@pytest.mark.parametrize("name", ["units", "persons", "rosters"])
def test_an_empty_house_says_how_to_fill_it(client, name):
    client.force_login(make_account("admin", role=Role.ADMINISTRATOR))
    answer = client.get(reverse(f"people:{name}"))
    assert answer.status_code == 200
    assert "yet" in answer.content.decode() or "Template" in answer.content.decode()


def test_a_large_house_costs_few_queries(client, django_assert_max_num_queries):
    client.force_login(make_account("admin", role=Role.ADMINISTRATOR))
    root = make_unit()
    for _ in range(30):
        make_holding(make_post(make_unit(root)), make_person())
    for name in ("units", "persons", "accounts"):
        with django_assert_max_num_queries(14):
            assert client.get(reverse(f"people:{name}")).status_code == 200


def test_the_tree_finds_by_unit_post_and_person(client, house):
    sign_in(client, "contact")
    for words in ("Supply", "Engineer", "Emil"):
        assert "Supply" in client.get(reverse("people:units"), {"words": words}).content.decode()
    assert (
        "No unit, post or person" in client.get(reverse("people:units"), {"words": "Zeus"}).content.decode()
    )


def test_what_was_typed_is_kept_beside_what_is_wrong(client, house):
    sign_in(client, "office")
    taken = Person.objects.get(name="Emil")
    Person.objects.filter(pk=taken.pk).update(staff_number="007")
    answer = client.post(reverse("people:add-person"), {"name": "James", "staff_number": "007"})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="James"' in text
    assert "Somebody else has the staff number" in text


def test_a_unit_grows_a_post_and_a_holder_by_hand(client, house):
    sign_in(client, "office")
    made = client.post(
        reverse("people:add-unit", args=[house["unit"]]), {"name": "Pumps", "code": "P"}, follow=True
    )
    unit = made.context["shown"].unit
    given = {"title": "Contact", "code": "P-1", "kind": "liaison", "unit": unit.pk}
    made = client.post(reverse("people:add-post", args=[unit.pk]), given, follow=True)
    post = made.context["shown"].post
    given = {"person": house["person"], "kind": "main", "begins_on": "2026-01-01", "order": 1}
    page = client.post(reverse("people:hold-post", args=[post.pk]), given, follow=True)
    assert page.context["shown"].row.answers == "Emil"
    again = client.post(reverse("people:hold-post", args=[post.pk]), given)
    assert again.status_code == 422
    assert "Emil is the main holder" in again.content.decode()


def test_the_link_of_a_new_account_is_shown_once_and_not_kept(client, house):
    sign_in(client, "administrator")
    answer = client.post(reverse("people:add-account"), {"username": "emil", "person": house["person"]})
    assert "/accounts/password/reset/key/" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    page = client.get(reverse("people:account", args=[Account.objects.get(username="emil").pk]))
    assert "/accounts/password/reset/key/" not in page.content.decode()


def test_a_contact_notes_only_their_own_days_away(client, house):
    sign_in(client, "contact")
    own = Account.objects.get(username="chen").person_id
    given = {"begins_on": "2026-12-01", "ends_on": "2026-12-03"}
    assert client.post(reverse("people:add-absence", args=[own]), given).status_code == 302
    assert client.post(reverse("people:add-absence", args=[house["person"]]), given).status_code == 403
