"""The second wall: a library's own socket is stopped at the moment it connects."""

import os
import socket
import threading
import urllib.error
import urllib.request

import pytest

from answerable.egress import EgressPolicy, wall
from answerable.egress.errors import Blocked
from tests.battery.loopback import serving


def test_a_library_that_connects_by_itself_is_stopped_and_noted() -> None:
    with serving() as canary:
        with wall.standing(EgressPolicy(any_port=True)) as refused, pytest.raises(urllib.error.URLError):
            urllib.request.urlopen(canary.url(), timeout=2)
        assert canary.connections == 0
        assert isinstance(refused[0], Blocked)


def test_without_the_wall_the_same_call_connects() -> None:
    """The control: the wall is what stops it."""
    with serving() as canary:
        with pytest.raises(urllib.error.HTTPError) as answered:
            urllib.request.urlopen(canary.url(), timeout=2)
        answered.value.close()
        assert canary.connections == 1


def test_the_wall_stands_only_around_its_call() -> None:
    with serving() as canary:
        with wall.standing(EgressPolicy(any_port=True)):
            pass
        socket.create_connection(("127.0.0.1", canary.port)).close()


def test_another_thread_is_not_hindered() -> None:
    with serving() as canary, wall.standing(EgressPolicy(any_port=True)):
        thread = threading.Thread(target=lambda: socket.create_connection(("127.0.0.1", canary.port)).close())
        thread.start()
        thread.join()
    assert canary.connections == 1


def test_a_port_off_the_list_is_stopped() -> None:
    policy = EgressPolicy(allow_loopback=True)
    refusal = pytest.raises(PermissionError, match="Port")
    with serving() as canary, wall.standing(policy), socket.socket() as outward, refusal:
        outward.connect(("127.0.0.1", canary.port))


def test_a_name_at_connect_is_stopped() -> None:
    with pytest.raises(Blocked):
        wall.check("localhost", 80, EgressPolicy())


def test_a_whole_process_can_stand_behind_it_but_for_its_database() -> None:
    with serving() as database, serving() as canary:
        wall.stand_always(EgressPolicy(any_port=True), inner=frozenset({("127.0.0.1", database.port)}))
        try:
            socket.create_connection(("127.0.0.1", database.port)).close()
            with socket.socket() as outward, pytest.raises(PermissionError):
                outward.connect(("127.0.0.1", canary.port))
        finally:
            wall._process.policy = None
        assert canary.connections == 0


def test_proxies_and_stored_passwords_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example")
    monkeypatch.setenv("http_proxy", "http://proxy.example")
    monkeypatch.setenv("NETRC", "somewhere")
    wall.forget_proxies()
    assert "HTTPS_PROXY" not in os.environ
    assert "http_proxy" not in os.environ
    assert os.environ["NETRC"] == os.devnull
