"""L1: every page that can be reached asks the database a bounded number of times, and no more when rows are many.

A house with a few rows of each room is walked from its lists along its links, then its rows are copied many times over
and the same addresses are asked again.
"""

import re
from urllib.parse import urlsplit

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, resolve

from answerable.listening.signals.models import Signal
from answerable.listening.sources.models import Item, Publication, Source
from answerable.listening.stories.models import Placement, Story
from answerable.office.notices.models import Notice
from answerable.office.people.models import Unit
from answerable.response.cases.models import Case
from answerable.response.foresight.models import Release
from answerable.response.letters.models import Inquiry, Letter
from benchmarks.full_house_copies import multiply
from tests.answerable.listening.signals.makers import make_signal
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.office.notices.makers import tell
from tests.answerable.office.people.makers import make_unit
from tests.answerable.response.cases.makers import assigned, make_cast
from tests.answerable.response.foresight.makers import released
from tests.answerable.response.letters.makers import adopt_plan, make_inquiry, make_letter
from tests.battery import roles
from tests.battery.test_l1_pages import MOST

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

#: Copies made of each row; that lists of answers and of clocks hold at ten thousand is tried in test_l1_pages.
COPIES = 400
#: No page offers a list of all there is: kilobytes.
LARGEST = 300
LINK = re.compile(r'href="(/[^"#]*)"')
LEFT_OUT = re.compile(
    r"^/(admin|accounts|i18n|static|api|healthz|metrics)|/(logout|export|xlsx|sheet|opml|file|archive)/?$"
)


def notice_key(row, number):
    row["key"] = f"{row['key']}#{number}"


def address_of(row, number):
    row["address"] = f"{row['address']}?edition={number}"


def series_of(row, number):
    row["series"] = f"{row['series']}:{number}"


def item_key(row, number):
    row["key"] = f"{row['key'][:50]}#{number}"


GROUPS = (
    ((Publication, Source), {Source: address_of}),
    ((Story, Item, Placement), {Item: item_key}),
    ((Signal,), {Signal: series_of}),
    ((Case,), {}),
    ((Letter,), {}),
    ((Inquiry,), {}),
    ((Release,), {}),
    ((Notice,), {Notice: notice_key}),
)


def fill():
    """A few rows of each room, made by the rooms' own actions."""
    cast = make_cast()
    adopt_plan()
    make_story()
    make_signal()
    assigned(cast)
    make_letter(unit=cast.supply.pk)
    make_inquiry(cast, unit=cast.body.pk)
    released(cast)
    tell(cast.accounts["ada"].person)
    return cast


def asked(browser, address):
    """Look twice: the first look warms what is kept in memory. Gives the statements and the page."""
    answer = browser.get(address)
    if answer.status_code != 200 or "html" not in answer.get("Content-Type", ""):
        return None, ""
    with CaptureQueriesContext(connection) as found:
        page = browser.get(address).content.decode()
    return len(found), page


def route_of(address):
    try:
        return str(resolve(urlsplit(address).path).route)
    except Resolver404:
        return None


def walk(browser):
    """Every route that takes no name, then every route that a page links to, each once: address -> statements."""
    waiting = [f"/{route.written}" for route in roles.routes() if "<" not in route.written]
    found, seen = {}, set()
    while waiting:
        address = waiting.pop(0).replace("&amp;", "&")
        route = route_of(address)
        if route is None or route in seen or LEFT_OUT.search(urlsplit(address).path):
            continue
        count, page = asked(browser, address)
        if count is not None:
            seen.add(route)
            found[address] = count
            waiting += LINK.findall(page)
    return found


@pytest.fixture(scope="module")
def house(django_db_setup, django_db_blocker):
    """The statements of each page with few rows and with many, and the kilobytes with many."""
    with django_db_blocker.unblock(), transaction.atomic():
        browser = Client(raise_request_exception=False)
        # Ada of the office, who sees the whole body.
        browser.force_login(fill().accounts["ada"])
        few = walk(browser)
        for group, change in GROUPS:
            multiply(group, COPIES, change)
        many, sizes = {}, {}
        for address in few:
            count, page = asked(browser, address)
            many[address], sizes[address] = count, len(page) // 1024
        transaction.set_rollback(True)
    return few, many, sizes


def test_many_pages_are_reached(house):
    few, _many, _sizes = house
    assert len(few) >= 80


def test_no_page_asks_more_because_rows_are_many(house, tally):
    few, many, _sizes = house
    assert {address: (few[address], many[address]) for address in few if many[address] > few[address]} == {}
    tally(cases=len(few))


@pytest.mark.django_db
def test_a_list_that_asks_for_each_row_is_noticed(tally):
    """The control: the same count, of a list as a beginner writes it."""
    counts = []
    for more in (3, 30):
        for _number in range(more):
            make_unit()
        with CaptureQueriesContext(connection) as found:
            assert all(Unit.objects.filter(pk=unit.pk).exists() for unit in Unit.objects.all())
        counts.append(len(found))
    assert counts[1] > counts[0]
    tally(cases=1, faults=1, control=True)


def test_a_page_asks_a_dozen_times_at_most(house):
    _few, many, _sizes = house
    assert {route_of(address): count for address, count in many.items() if count > MOST} == {}


def test_no_page_sends_all_there_is(house):
    _few, _many, sizes = house
    assert {address: size for address, size in sizes.items() if size > LARGEST} == {}
