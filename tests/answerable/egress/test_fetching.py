"""Fetching: every limit holds, every hop is vetted, nothing is carried to the next host."""

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import replace

import pytest

from answerable.egress import EgressPolicy, FetchRequest, Limits, fetch, fetch_many
from answerable.egress.errors import (
    BadAnswer,
    Blocked,
    EgressError,
    NeedsConfirmation,
    TooLarge,
    TooManyHops,
    TooSlow,
    UnknownHost,
    Unreachable,
)
from answerable.egress.gate import HostGate
from tests.battery.loopback import LoopbackServer, answer, dripping, serving


async def to_loopback(host: str, port: int) -> list[str]:
    """Every name leads to this machine, so that hosts can be told apart without leaving it."""
    return ["127.0.0.1"]


@pytest.fixture
def policy() -> EgressPolicy:
    return EgressPolicy(allow_loopback=True, any_port=True, resolver=to_loopback, gate=HostGate(gap_s=0))


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    with serving() as running:
        yield running


def ask(server: LoopbackServer, policy: EgressPolicy, path: str = "/", **changes: object) -> object:
    request = replace(FetchRequest(server.url(path, "site.example")), **changes)
    return fetch(request, policy)


def test_the_answer_has_status_headers_body_and_address(server: LoopbackServer, policy: EgressPolicy) -> None:
    server.routes["/feed"] = answer(b"<rss/>", ETag='"7"')
    got = fetch(FetchRequest(server.url("/feed", "site.example")), policy)
    assert (got.status, got.body, got.headers["etag"]) == (200, b"<rss/>", '"7"')
    assert got.final_url == f"http://site.example:{server.port}/feed"
    assert got.hops == (got.final_url,)
    assert got.moved_to is None


@pytest.mark.parametrize(
    ("name", "packed"),
    [
        ("gzip", gzip.compress(b"hello", mtime=0)),
        ("deflate", zlib.compress(b"hello")),
        ("deflate", zlib.compress(b"hello")[2:-4]),
        ("x-gzip", gzip.compress(b"hello", mtime=0)),
    ],
)
def test_packed_bodies_are_unpacked(
    server: LoopbackServer, policy: EgressPolicy, name: str, packed: bytes
) -> None:
    server.routes["/"] = answer(packed, Content_Encoding=name)
    assert ask(server, policy).body == b"hello"  # type: ignore[attr-defined]


def test_a_packed_bomb_is_refused_at_the_limit(server: LoopbackServer, policy: EgressPolicy) -> None:
    server.routes["/"] = answer(gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip")
    with pytest.raises(TooLarge):
        ask(server, policy)


def test_a_body_packed_twice_is_refused(server: LoopbackServer, policy: EgressPolicy) -> None:
    server.routes["/"] = answer(gzip.compress(gzip.compress(b"x")), Content_Encoding="gzip, gzip")
    with pytest.raises(BadAnswer):
        ask(server, policy)


def test_brotli_is_neither_asked_for_nor_taken(server: LoopbackServer, policy: EgressPolicy) -> None:
    server.routes["/"] = answer(b"x", Content_Encoding="br")
    with pytest.raises(BadAnswer):
        ask(server, policy)
    assert b"br" not in server.asked[0].lower().split(b"accept-encoding:")[1].split(b"\r\n")[0]


def test_a_cut_off_packed_body_is_no_answer(server: LoopbackServer, policy: EgressPolicy) -> None:
    server.routes["/"] = answer(gzip.compress(b"hello" * 100)[:-12], Content_Encoding="gzip")
    with pytest.raises(BadAnswer):
        ask(server, policy)


def test_an_endless_body_ends_at_the_limit(server: LoopbackServer, policy: EgressPolicy) -> None:
    server.routes["/"] = dripping(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 65536, 0, 200)
    with pytest.raises(TooLarge):
        ask(server, policy)


def test_one_byte_a_tenth_of_a_second_ends_at_the_total_time(
    server: LoopbackServer, policy: EgressPolicy
) -> None:
    server.routes["/"] = dripping(b"HTTP/1.1 200 OK\r\n\r\n", b"x", 0.05, 100)
    with pytest.raises(TooSlow):
        ask(server, policy, limits=Limits(total_s=0.6))


def test_silence_ends_at_the_read_time(server: LoopbackServer, policy: EgressPolicy) -> None:
    server.routes["/"] = dripping(b"", b"", 2.0, 1)
    with pytest.raises(TooSlow):
        ask(server, policy, limits=Limits(total_s=5, read_s=0.3))


def test_endless_headers_are_refused(server: LoopbackServer, policy: EgressPolicy) -> None:
    server.routes["/"] = b"HTTP/1.1 200 OK\r\n" + b"X-A: " + b"y" * 4000 + b"\r\n" * 1
    server.routes["/"] += b"".join(b"X-%d: " % n + b"y" * 4000 + b"\r\n" for n in range(40)) + b"\r\n"
    with pytest.raises((TooLarge, BadAnswer)):
        ask(server, policy)


@pytest.mark.parametrize(
    "junk",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nhello\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nhello",
        b"",
    ],
)
def test_what_is_no_proper_http_ends_as_an_error_with_a_reason(
    server: LoopbackServer, policy: EgressPolicy, junk: bytes
) -> None:
    server.routes["/"] = junk
    with pytest.raises((BadAnswer, Unreachable)) as caught:
        ask(server, policy)
    assert caught.value.sentence


def test_redirects_are_followed_and_told(server: LoopbackServer, policy: EgressPolicy) -> None:
    server.routes |= {"/": answer(status="302 Found", Location="/b"), "/b": answer(b"end")}
    got = fetch(FetchRequest(server.url("/", "site.example")), policy)
    assert (got.body, len(got.hops), got.moved_to) == (b"end", 2, None)


def test_a_move_for_good_inside_the_site_gives_the_new_address(
    server: LoopbackServer, policy: EgressPolicy
) -> None:
    new = server.url("/b", "www.site.example")
    server.routes |= {"/": answer(status="301 Moved", Location=new), "/b": answer(b"end")}
    assert ask(server, policy).moved_to == new  # type: ignore[attr-defined]


def test_a_move_for_good_to_another_owner_waits_for_a_person(
    server: LoopbackServer, policy: EgressPolicy
) -> None:
    server.routes["/"] = answer(status="308 Moved", Location=server.url("/b", "other.test"))
    server.routes["/b"] = answer(b"end")
    with pytest.raises(NeedsConfirmation) as caught:
        ask(server, policy)
    assert caught.value.details["location"] == server.url("/b", "other.test")
    assert len(server.asked) == 1
    assert ask(server, policy, follow_moves=True).body == b"end"  # type: ignore[attr-defined]


def test_a_loop_of_redirects_ends(server: LoopbackServer, policy: EgressPolicy) -> None:
    server.routes["/"] = answer(status="302 Found", Location="/")
    with pytest.raises(TooManyHops):
        ask(server, policy)
    assert server.connections == 6


def test_own_headers_do_not_travel_to_another_host(server: LoopbackServer, policy: EgressPolicy) -> None:
    server.routes |= {
        "/": answer(status="302 Found", Location=server.url("/b", "other.test"), Set_Cookie="a=b"),
        "/b": answer(b"end"),
    }
    ask(server, policy, headers={"X-Secret": "s", "Accept": "text/xml"})
    assert b"X-Secret" in server.asked[0]
    assert b"X-Secret" not in server.asked[1]
    assert b"text/xml" in server.asked[1]
    assert not any(b"cookie" in request.lower() for request in server.asked)


def test_names_and_passwords_in_an_address_are_not_sent(server: LoopbackServer, policy: EgressPolicy) -> None:
    server.routes["/"] = answer(b"x")
    fetch(FetchRequest(f"http://user:secret@site.example:{server.port}/"), policy)
    assert b"authorization" not in server.asked[0].lower()
    assert b"secret" not in server.asked[0]


def test_proxies_of_the_environment_are_ignored(
    server: LoopbackServer, policy: EgressPolicy, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving({"*": answer(b"from the proxy")}) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url())
        server.routes["/"] = answer(b"direct")
        assert ask(server, policy).body == b"direct"  # type: ignore[attr-defined]
        assert proxy.connections == 0


def test_a_name_that_leads_inside_is_refused_before_any_connection(server: LoopbackServer) -> None:
    with pytest.raises(Blocked):
        fetch(
            FetchRequest(server.url("/", "site.example")), EgressPolicy(any_port=True, resolver=to_loopback)
        )
    assert server.connections == 0


def test_a_name_that_nobody_knows_is_an_error_worth_a_retry(policy: EgressPolicy) -> None:
    async def unknown(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    with pytest.raises(UnknownHost) as caught:
        fetch(FetchRequest("http://nowhere.example/"), replace(policy, resolver=unknown))
    assert caught.value.worth_retrying


def test_a_closed_port_is_unreachable(policy: EgressPolicy) -> None:
    with serving() as gone:
        address = gone.url()
    with pytest.raises(Unreachable):
        fetch(FetchRequest(address), policy)


def test_many_end_each_for_itself(server: LoopbackServer, policy: EgressPolicy) -> None:
    server.routes |= {
        "/a": answer(b"a"),
        "/bomb": answer(gzip.compress(b"\0" * 9_000_000), Content_Encoding="gzip"),
    }
    wanted = [FetchRequest(server.url("/bomb" if n == 3 else "/a", f"h{n}.example")) for n in range(8)]
    ended = fetch_many(wanted, policy)
    assert [isinstance(one, EgressError) for one in ended] == [n == 3 for n in range(8)]


def test_one_host_is_asked_one_at_a_time(server: LoopbackServer, policy: EgressPolicy) -> None:
    server.routes["/"] = dripping(answer(b"x"), b"", 0.02, 1)
    fetch_many([FetchRequest(server.url("/", "site.example"))] * 5, policy)
    assert (server.connections, server.most_at_once) == (5, 1)


def test_a_post_sends_its_body_once(server: LoopbackServer, policy: EgressPolicy) -> None:
    server.routes["/"] = answer(b"ok")
    ask(server, policy, method="POST", body=b"payload")
    assert server.asked[0].endswith(b"payload")
    assert len(server.asked) == 1


def test_without_keep_body_the_body_is_not_read(server: LoopbackServer, policy: EgressPolicy) -> None:
    server.routes["/"] = dripping(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 65536, 0.01, 300)
    got = ask(server, policy, keep_body=False, limits=Limits(total_s=2))
    assert (got.status, got.body) == (200, b"")  # type: ignore[attr-defined]
