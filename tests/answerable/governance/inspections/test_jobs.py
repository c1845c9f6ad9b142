"""A draw that waits for the beacon gets its round by itself, where a relay is named."""

import hashlib
import json

import pytest
import time_machine

from answerable.egress.beacon import QUICKNET_CHAIN
from answerable.governance.inspections import queries
from answerable.governance.inspections.jobs import fetch_beacons
from answerable.governance.inspections.models import Seed
from answerable.governance.inspections.rules import seeds
from answerable.governance.inspections.rules.terms import Terms
from tests.answerable.governance.inspections.makers import AT, Body, commit, make_round
from tests.battery.loopback import answer, serving

pytestmark = pytest.mark.django_db
SIGNATURE = "cd" * 48
VALUE = hashlib.sha256(bytes.fromhex(SIGNATURE)).hexdigest()


@pytest.fixture
def part():
    """The part of a seed that waits for the beacon, and the moment at which its round is out."""
    body = Body()
    draw = commit(body, make_round(body, terms=Terms(ratio="0.34", sources=("beacon",))))
    row = Seed.objects.get(draw=draw)
    return row, seeds.beacon_time(seeds.beacon_round(row.source))


def relay(row, **changes):
    number = seeds.beacon_round(row.source)
    told = {"round": number, "signature": SIGNATURE, "randomness": VALUE, **changes}
    return serving({f"/{QUICKNET_CHAIN}/public/{number}": answer(json.dumps(told).encode())})


def at_its_time(out):
    with time_machine.travel(out, tick=False):
        fetch_beacons.call()


def test_the_round_is_told_when_it_is_out(part, settings):
    row, out = part
    assert queries.beacons_waited_for(at=AT) == ()
    with relay(row) as server:
        settings.BEACON_RELAY = server.url("/")
        at_its_time(out)
    row.refresh_from_db()
    assert (row.value, row.told_at) == (VALUE, out)
    assert queries.beacons_waited_for(at=out) == ()


def test_a_relay_that_lies_leaves_the_part_to_be_told_by_a_person(part, settings):
    row, out = part
    with relay(row, randomness="00" * 32) as server:
        settings.BEACON_RELAY = server.url("/")
        at_its_time(out)
    row.refresh_from_db()
    assert row.value == ""
    assert queries.beacons_waited_for(at=out) == ((row.draw_id, row.source),)


def test_without_a_relay_nobody_is_called(part, settings):
    row, out = part
    with relay(row) as server:
        settings.BEACON_RELAY = ""
        at_its_time(out)
        assert server.connections == 0


def test_while_an_officers_hash_is_missing_nothing_is_told(settings):
    body = Body()
    draw = commit(
        body,
        make_round(
            body,
            terms=Terms(
                ratio="0.34",
                sources=(
                    "beacon",
                    "officer-1",
                    "officer-2",
                ),
            ),
        ),
    )
    row = Seed.objects.get(draw=draw, source__startswith="beacon")
    assert queries.beacons_waited_for(at=seeds.beacon_time(seeds.beacon_round(row.source))) == ()
