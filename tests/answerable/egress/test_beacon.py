"""A round of the beacon is taken only if its randomness is that of its signature, and from the relay alone."""

import hashlib
import json

import pytest

from answerable.egress import EgressPolicy
from answerable.egress.beacon import QUICKNET_CHAIN, beacon_signature
from answerable.egress.errors import BadAnswer, EgressError, NotAccepted
from answerable.egress.gate import HostGate
from tests.battery.loopback import answer, serving

POLICY = EgressPolicy(gate=HostGate(gap_s=0), allow_loopback=True, any_port=True)
SIGNATURE = "ab" * 48
RANDOM = hashlib.sha256(bytes.fromhex(SIGNATURE)).hexdigest()
PLACE = f"/{QUICKNET_CHAIN}/public/7"


def told(**changes: object) -> bytes:
    return answer(json.dumps({"round": 7, "signature": SIGNATURE, "randomness": RANDOM, **changes}).encode())


def test_the_signature_of_the_round_comes_back() -> None:
    with serving({PLACE: told()}) as server:
        assert beacon_signature(server.url("/"), 7, POLICY) == SIGNATURE


@pytest.mark.parametrize(
    "back",
    [
        told(round=8),
        told(randomness="00" * 32),
        told(signature="xy"),
        told(signature=None),
        answer(b"[]"),
        answer(b"<"),
    ],
    ids=["another round", "another number", "no hexadecimal", "nothing", "a list", "no json"],
)
def test_what_is_not_that_round_is_refused(back: bytes) -> None:
    with serving({PLACE: back}) as server, pytest.raises(BadAnswer, match="no such round"):
        beacon_signature(server.url("/"), 7, POLICY)


def test_a_round_that_is_not_out_and_a_relay_that_moves_are_told() -> None:
    with serving({PLACE: answer(status="425 Too Early")}) as server, pytest.raises(NotAccepted, match="425"):
        beacon_signature(server.url("/"), 7, POLICY)
    with serving() as elsewhere:
        moved = answer(status="307 Moved", Location=elsewhere.url(PLACE))
        with serving({PLACE: moved}) as server, pytest.raises(EgressError):
            beacon_signature(server.url("/"), 7, POLICY)
        assert elsewhere.connections == 0
