"""H5: the host that is vetted is the host that is connected to, for every address of the WHATWG suite."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from yarl import URL

from answerable.egress import EgressPolicy, FetchRequest
from answerable.egress.errors import BadAddress, Blocked, EgressError
from answerable.egress.fetching import fetch_one
from answerable.egress.gate import HostGate
from answerable.egress.urls import Target, read_url


def cases(shared: Path) -> list[dict[str, Any]]:
    """Cases that stand alone: with a base they are no addresses that anybody can hand us."""
    found = json.loads((shared / "hostile/url/urltestdata.json").read_text(encoding="utf-8"))
    return [case for case in found if isinstance(case, dict) and not case.get("base")]


def taken(text: str) -> Target | None:
    try:
        return read_url(text)
    except BadAddress:
        return None


def test_what_browsers_refuse_is_refused(shared_data: Path, tally) -> None:
    must_fail = [case["input"] for case in cases(shared_data) if case.get("failure")]
    assert len(must_fail) >= 200
    assert [text for text in must_fail if taken(text) is not None] == []
    tally(cases=len(must_fail), faults=len(must_fail))


def test_what_is_taken_has_the_host_that_browsers_see(shared_data: Path, tally) -> None:
    compared, other = 0, []
    for case in cases(shared_data):
        target = taken(case["input"])
        if target is None or case.get("failure"):
            continue
        compared += 1
        seen = case["hostname"].strip("[]").rstrip(".")
        if (target.scheme + ":", target.host) != (case["protocol"], seen):
            other.append((case["input"], target.host, seen))
    assert compared >= 60
    assert other == []
    tally(cases=compared)


def test_the_client_reads_the_same_host_and_port_as_we_do(shared_data: Path, tally) -> None:
    texts = [case["input"] for case in cases(shared_data)]
    texts += [
        f"http://{case['input']}/"
        for case in json.loads((shared_data / "hostile/url/toascii.json").read_text())
        if isinstance(case, dict)
    ]
    for text in texts:
        target = taken(text)
        if target is None:
            continue
        client = URL(target.url, encoded=True)
        assert (client.raw_host, client.port) == (target.host, target.port), text
        assert client.user is None
        assert client.password is None
        assert read_url(target.url) == target, text
        tally(cases=1)


def test_names_of_other_scripts_become_what_browsers_make_of_them(shared_data: Path, tally) -> None:
    compared, other, lax = 0, [], []
    for name in ("toascii.json", "IdnaTestV2.json"):
        for case in json.loads((shared_data / "hostile/url" / name).read_text(encoding="utf-8")):
            if not isinstance(case, dict):
                continue
            target = taken(f"http://{case['input']}/")
            if target is None:
                continue
            if case["output"] is None:
                lax.append(case["input"])
            else:
                compared += 1
                if target.host != case["output"].rstrip("."):
                    other.append((case["input"], target.host, case["output"]))
    assert compared >= 300
    assert other == []
    assert lax == []
    tally(cases=compared)


def test_the_host_that_is_asked_for_is_the_host_that_was_read(shared_data: Path, tally) -> None:
    """Through the whole call: the resolver hears exactly our host, and its bad answer ends the call."""
    heard: list[str] = []

    async def resolve(host: str, port: int) -> list[str]:
        heard.append(host)
        return ["127.0.0.1"]

    policy = EgressPolicy(any_port=True, resolver=resolve, gate=HostGate(gap_s=0))
    for case in cases(shared_data):
        target = taken(case["input"])
        if target is None:
            continue
        heard.clear()
        with pytest.raises(EgressError) as ended:
            asyncio.run(fetch_one(FetchRequest(case["input"]), policy))
        assert heard in ([], [target.host])
        assert heard or isinstance(ended.value, Blocked), case["input"]
        tally(cases=1)


def test_secrets_in_an_address_are_stripped(shared_data: Path, tally) -> None:
    for case in cases(shared_data):
        target = taken(case["input"])
        if target is not None and case.get("password"):
            assert case["password"] not in target.url.partition("//")[2].partition("/")[0]
            tally(cases=1, faults=1)
