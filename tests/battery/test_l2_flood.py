"""L2: 32 clients ask for a public answer as fast as they can, and others stall in the middle of asking.

Pages of the staff go on being answered, and no write is lost. How fast it is, `./do bench` measures. The control is a
server that serves one after the other: a single client that stalls keeps everybody out.
"""

import socket
import threading
from collections import Counter
from contextlib import ExitStack
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection, transaction
from django.test import Client

from answerable.kernel.actor import MACHINE
from answerable.kernel.trail.actions import record
from answerable.kernel.trail.models import Entry
from answerable.kernel.trail.queries import verify
from answerable.response.answers_site.views import public as public_site
from tests.answerable.office.people.makers import NOON
from tests.answerable.office.review.makers import make_office
from tests.answerable.response.answers.makers import make_published, sign_in
from tests.battery.at_once import ask, in_threads
from tests.battery.conftest import FULL

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]
CLIENTS = 32
EACH = 120 if FULL else 20
STALLED = 8
WRITES = 200 if FULL else 60
#: What people of the office look at all day.
STAFF = ("/", "/respond/answers/?tab=public", "/notices/", "/reviews/")


def cookie_of(name):
    """Somebody of the cast, signed in, as a browser says it."""
    client = Client()
    sign_in(client, name)
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


def stall(stack, port):
    """A client that sends half of a question and waits."""
    line = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
    line.sendall(b"GET /answers/ HTTP/1.1\r\nHost: loc")


def write():
    """What goes on meanwhile: acts with their entries."""
    for number in range(WRITES):
        with transaction.atomic():
            record("test.turn", f"flood:{number}", by=MACHINE, at=NOON)
    connection.close()


def test_the_house_goes_on_while_the_public_page_is_flooded(live_server, tally):
    public_site.MEMORY.empty()  # what an earlier test kept is of another database
    address = f"/answers/{make_published(make_office())}/"
    port, cookie, public, staff = live_server.thread.port, cookie_of("ada"), Counter(), Counter()
    entries = Entry.objects.count()
    assert ask(port, address) == 200

    def flood():
        public.update(ask(port, address) for _number in range(EACH))

    def look():
        staff.update(ask(port, path, cookie) for _round in range(3) for path in STAFF)

    with ExitStack() as stack:
        for _number in range(STALLED):
            stall(stack, port)
        in_threads([*(flood for _client in range(CLIENTS)), look, write])
    assert public == {200: CLIENTS * EACH}
    assert staff == {200: 3 * len(STAFF)}
    kept = Entry.objects.filter(thing__startswith="flood:").count()
    assert kept == WRITES
    assert Entry.objects.count() >= entries + WRITES
    assert verify().reason == ""
    tally(cases=CLIENTS * EACH + 3 * len(STAFF) + WRITES, faults=STALLED, lost=WRITES - kept)


class Quiet(WSGIRequestHandler):
    """Prints nothing."""

    def log_message(self, *_words):
        """Say nothing."""


def test_the_control_that_serves_one_after_the_other_is_stopped_by_one_who_stalls(tally):
    with make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            assert ask(server.server_port, "/healthz") != 0
            with ExitStack() as stack:
                stall(stack, server.server_port)
                assert ask(server.server_port, "/healthz", patience_s=2) == 0
        finally:
            server.shutdown()
            thread.join()
    tally(cases=1, faults=1, control=True)
