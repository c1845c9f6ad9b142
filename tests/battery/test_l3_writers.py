"""L3: eight people work at once, each in a process of the server's own: no request fails and no act is lost.

How many writes there are in a second, `./do bench` measures. The control is the same work with the transactions that
Django begins by default on SQLite: one that reads first and then writes is refused as soon as another has written.
"""

import pytest
from django.db import connection, transaction
from django.db.utils import OperationalError
from django.test import Client

from answerable.kernel.actor import MACHINE
from answerable.kernel.trail.actions import record
from answerable.kernel.trail.models import Entry
from answerable.kernel.trail.queries import verify
from answerable.office.notices.models import Notice
from answerable.office.people.models import Account
from tests.answerable.office.notices.makers import tell
from tests.answerable.office.people.makers import NOON, make_member
from tests.battery.at_once import in_processes
from tests.battery.conftest import FULL

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 8
EACH = 100 if FULL else 25


@pytest.fixture
def inboxes():
    """Eight people with so many notices each."""
    accounts = [make_member(f"Person{number}") for number in range(PEOPLE)]
    for number in range(EACH):
        tell(*(account.person for account in accounts), key=f"signal:{number}")
    return [account.pk for account in accounts]


def work(account):
    """Take notice of everything in one's inbox, one by one; gives the requests that failed."""
    failed, client = 0, Client(raise_request_exception=False)
    client.force_login(Account.objects.get(pk=account))
    person = Account.objects.get(pk=account).person_id
    for notice in Notice.objects.filter(person=person).values_list("pk", flat=True):
        failed += client.post(f"/notices/{notice}/acknowledge/").status_code not in (200, 302)
    return failed


def test_eight_people_at_once_get_no_error_and_lose_nothing(inboxes, tally):
    failed = in_processes(PEOPLE, lambda number: work(inboxes[number]))
    assert failed == [0] * PEOPLE
    kept = Notice.objects.filter(state="acknowledged").count()
    assert kept == PEOPLE * EACH == Entry.objects.filter(act="notices.acknowledge").count()
    assert verify().reason == ""
    tally(cases=PEOPLE * EACH, lost=PEOPLE * EACH - kept)


def beginning(mode):
    """Append to the trail in transactions that begin in this way; gives how often the database refused."""
    connection.close()
    connection.settings_dict["OPTIONS"]["transaction_mode"] = mode
    refused = 0
    for number in range(EACH):
        try:
            with transaction.atomic():
                record("test.turn", f"write:{number}", by=MACHINE, at=NOON)
        except OperationalError:
            refused += 1
    return refused


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the way of beginning is SQLite's")
def test_the_control_that_begins_as_django_does_by_default_is_refused(tally):
    refused = sum(in_processes(PEOPLE, lambda _number: beginning("DEFERRED")))
    assert refused > 0
    tally(cases=PEOPLE * EACH, faults=refused, control=True)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the way of beginning is SQLite's")
def test_the_same_writes_as_the_house_begins_them_are_not(tally):
    assert sum(in_processes(PEOPLE, lambda _number: beginning("IMMEDIATE"))) == 0
    assert Entry.objects.filter(act="test.turn").count() == PEOPLE * EACH
    tally(cases=PEOPLE * EACH)
