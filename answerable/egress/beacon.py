"""Fetches a round of the public beacon drand quicknet; only from the relay that the operator named."""

import hashlib
import json

from answerable.egress.errors import BadAnswer, NotAccepted, gettext_noop
from answerable.egress.exchange import FetchRequest, Limits
from answerable.egress.fetching import fetch
from answerable.egress.policy import EgressPolicy
from answerable.egress.urls import read_url

#: Hash of the chain, as drand publishes it (drand.love/docs): another chain's rounds lie under another address.
QUICKNET_CHAIN = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971"
LIMITS = Limits(body_bytes=64 * 1024, redirects=0)


def beacon_signature(relay: str, number: int, policy: EgressPolicy) -> str:
    """Give the signature of one round. Raises an EgressError for everything that can go wrong.

    A relay can give no other randomness than that of its signature; whether the signature is the beacon's own
    anybody can prove with the pinned key, and has to, where the relay is not trusted.
    """
    request = FetchRequest(f"{relay.rstrip('/')}/{QUICKNET_CHAIN}/public/{number}", limits=LIMITS)
    answer = fetch(request, policy)
    if answer.status != 200:
        raise NotAccepted(status=answer.status)
    signature = _signature(answer.body, number)
    if signature is None:
        raise BadAnswer(
            host=read_url(request.url).host, why=gettext_noop("it holds no such round of the beacon")
        )
    return signature


def _signature(body: bytes, number: int) -> str | None:
    try:
        told = json.loads(body)
        signature = str(told["signature"])
        sound = (
            told["round"] == number
            and hashlib.sha256(bytes.fromhex(signature)).hexdigest() == told["randomness"]
        )
    except (ValueError, LookupError, TypeError):
        return None
    return signature if sound else None
