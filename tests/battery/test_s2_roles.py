"""S2: every address against every role. A new address without a row fails, and so does a row that changed."""

import os
from types import ModuleType

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.urls import get_resolver, path

from tests.battery import roles

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

#: What anybody may open without signing in: the public's own pages, and what programs and observers ask.
PUBLIC = (
    "answers/",
    "letters/",
    "healthz",
    "metrics",
    "system/heads.jsonl",
    "system/standstill/",
    "govern/questionnaires/answer/",
    "govern/inspections/draws/",
    "api/",
)


def ask(browsers):
    """Ask every address as every role."""
    return {
        route.written: {name: roles.outcome(browser, route) for name, browser in browsers.items()}
        for route in roles.routes()
    }


@pytest.fixture(scope="module")
def found(django_db_setup, django_db_blocker):
    """Ask every address as every role, once."""
    with django_db_blocker.unblock(), transaction.atomic():
        table = ask(roles.people())
        transaction.set_rollback(True)
    if os.environ.get("ANSWERABLE_WRITE_ROLES"):
        roles.TABLE.write_text(roles.write(table), encoding="utf-8")
    return table


def test_every_address_has_its_row_and_answers_as_agreed(found, tally):
    agreed = roles.read()
    assert sorted(set(found) - set(agreed)) == []
    assert sorted(set(agreed) - set(found)) == []
    changed = {address: (row, agreed[address]) for address, row in found.items() if row != agreed[address]}
    assert changed == {}
    tally(cases=sum(len(row) for row in found.values()))


def test_no_address_breaks_on_an_empty_call(found):
    broken = [
        (address, name) for address, row in found.items() for name, said in row.items() if "500" in said
    ]
    assert broken == []


def opened_by_a_stranger(found):
    """The addresses, but for the public's own, that open without signing in."""
    return [
        address
        for address, row in found.items()
        if any(said[0] == "2" for said in row["stranger"].split()) and not address.startswith(PUBLIC)
    ]


def opened_without_a_post(found, role):
    """The addresses of the body's work that open to an account without a post in it."""
    return [
        address
        for address, row in found.items()
        if address.startswith(("respond/", "govern/", "papers/", "reviews/"))
        and not address.startswith(PUBLIC)
        and any(said[0] == "2" for said in row[role].split())
    ]


def test_a_stranger_opens_the_publics_pages_alone(found):
    assert opened_by_a_stranger(found) == []


@pytest.mark.parametrize("role", ["reader", "administrator"])
def test_an_account_without_a_post_has_no_part_in_the_bodys_work(found, role):
    assert opened_without_a_post(found, role) == []


def all_there_is(_request, **_names):
    """A view as a beginner writes it: it asks nobody who they are."""
    return HttpResponse("All the letters there are.")


@pytest.fixture
def careless(settings):
    """The house with three views more, and one of its own replaced: none of them has a door."""
    house = ModuleType("careless")
    house.urlpatterns = [
        path("respond/everything/", all_there_is),
        path("respond/everything/<int:letter>/", all_there_is),
        path("govern/accountability/<int:file>/", all_there_is),
        *get_resolver().url_patterns,
    ]
    settings.ROOT_URLCONF = house


@pytest.mark.usefixtures("careless")
def test_the_control_with_views_that_have_no_door_is_noticed(tally):
    agreed, browsers = roles.read(), roles.people()
    new = [route for route in roles.routes() if route.written not in agreed]
    assert [route.written for route in new] == ["respond/everything/", "respond/everything/<int:letter>/"]
    file = next(route for route in roles.routes() if route.written == "govern/accountability/<int:file>/")
    found = {
        route.written: {name: roles.outcome(browser, route) for name, browser in browsers.items()}
        for route in (*new, file)
    }
    assert opened_by_a_stranger(found) == list(found)
    assert opened_without_a_post(found, "reader") == list(found)
    assert found[file.written] != agreed[file.written]
    tally(cases=sum(len(row) for row in found.values()), faults=3, control=True)


def test_the_file_of_a_procedure_is_for_the_few(found):
    others = ("office", "liaison", "spokesperson", "keeper", "inspector")
    # Everybody may open the list: it shows nobody but the files that concern themselves.
    opened = [
        (address, role)
        for address, row in found.items()
        if address.startswith("govern/accountability/") and "<" in address
        for role in others
        if row[role].startswith("200")
    ]
    assert opened == []
