"""robots.txt by RFC 9309: 4xx allows, 5xx forbids, a day in the cache."""

from dataclasses import replace

import pytest

from answerable.egress import EgressPolicy
from answerable.egress.errors import Blocked, RobotsForbid
from answerable.egress.gate import HostGate
from answerable.egress.robots import (
    KEPT_AFTER_FAULT_S,
    KEPT_S,
    RobotsCache,
    check_robots,
    may_read,
    read_rules,
)
from tests.battery.loopback import answer, serving

POLICY = EgressPolicy(allow_loopback=True, any_port=True, gate=HostGate(gap_s=0))


def test_a_forbidden_path_is_refused_and_others_are_read() -> None:
    with serving({"/robots.txt": answer(b"User-agent: *\nDisallow: /inner/\n")}) as server:
        cache = RobotsCache()
        assert may_read(server.url("/news"), POLICY, cache)
        with pytest.raises(RobotsForbid):
            check_robots(server.url("/inner/x"), POLICY, cache)
        assert server.connections == 1


@pytest.mark.parametrize(
    ("status", "allowed"), [(404, True), (403, True), (500, False), (503, False), (429, False)]
)
def test_the_status_decides_where_there_are_no_rules(status: int, allowed: bool) -> None:
    assert read_rules(status, b"", 0).allow("http://site.example/x") is allowed


def test_nobody_there_means_nothing_is_allowed() -> None:
    with serving() as gone:
        address = gone.url("/x")
    assert not may_read(address, POLICY, RobotsCache())


def test_rules_are_kept_for_a_day_and_faults_for_minutes() -> None:
    times = [0.0]
    with serving({"/robots.txt": answer(b"User-agent: *\nDisallow:\n")}) as server:
        cache = RobotsCache(clock=lambda: times[0])
        for moment, asked in ((0.0, 1), (KEPT_S - 1, 1), (KEPT_S + 1, 2)):
            times[0] = moment
            may_read(server.url("/x"), POLICY, cache)
            assert server.connections == asked
    assert read_rules(500, b"", 0).until == KEPT_AFTER_FAULT_S


def test_our_own_name_is_heeded() -> None:
    rules = read_rules(200, b"User-agent: Answerable\nDisallow: /\n\nUser-agent: *\nAllow: /\n", 0)
    assert not rules.allow("http://site.example/x")


def test_at_least_500_kib_are_read() -> None:
    body = b"#" + b"x" * 90 + b"\n"
    body = body * 5600 + b"User-agent: *\nDisallow: /late\n"
    assert len(body) > 500 * 1024
    assert not read_rules(200, body, 0).allow("http://site.example/late")


def test_a_site_inside_is_refused_as_everything_else() -> None:
    with serving() as server, pytest.raises(Blocked):
        may_read(server.url("/x"), replace(POLICY, allow_loopback=False), RobotsCache())


def test_the_cache_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("answerable.egress.robots.MOST_SITES", 3)
    cache = RobotsCache()
    for number in range(10):
        cache.keep(f"http://h{number}.example/robots.txt", read_rules(404, b"", 0))
    assert len(cache._rules) == 3


def test_what_is_forgotten_is_asked_again() -> None:
    cache = RobotsCache()
    cache.keep("http://h.example/robots.txt", read_rules(404, b"", 0))
    cache.forget()
    assert cache.fresh("http://h.example/robots.txt") is None
