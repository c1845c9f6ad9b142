"""S2: every address against every role. A new address without a row fails, and so does a row that changed."""

import os

import pytest
from django.db import transaction

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


@pytest.fixture(scope="module")
def found(django_db_setup, django_db_blocker):
    """Ask every address as every role, once."""
    with django_db_blocker.unblock(), transaction.atomic():
        browsers = roles.people()
        table = {
            route.written: {name: roles.outcome(browser, route) for name, browser in browsers.items()}
            for route in roles.routes()
        }
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


def test_a_stranger_opens_the_publics_pages_alone(found):
    opened = [
        address
        for address, row in found.items()
        if any(said[0] == "2" for said in row["stranger"].split()) and not address.startswith(PUBLIC)
    ]
    assert opened == []


@pytest.mark.parametrize("role", ["reader", "administrator"])
def test_an_account_without_a_post_has_no_part_in_the_bodys_work(found, role):
    opened = [
        address
        for address, row in found.items()
        if address.startswith(("respond/", "govern/", "papers/", "reviews/"))
        and not address.startswith(PUBLIC)
        and any(said[0] == "2" for said in row[role].split())
    ]
    assert opened == []


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
