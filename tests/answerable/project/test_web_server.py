"""The web server leaves nobody behind: neither killed outright nor told to end while its worker still loads."""

import os
import signal
import subprocess
from contextlib import contextmanager, suppress

from answerable.project import processes, supervisor
from answerable.project.verbs.demo import free_port
from tests.battery.at_once import ask
from tests.battery.machine import are_gone, children_of, wait_until

PATIENCE_S = 120


@contextmanager
def serving():
    """A web server of its own, as the supervisor starts it; its process and its port."""
    port = free_port()
    server = subprocess.Popen(
        processes.web_command("127.0.0.1", port),
        env={**os.environ, "ANSWERABLE_MODE": "test", "DJANGO_SETTINGS_MODULE": "tests.settings"},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield server, port
    finally:
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def test_a_worker_ends_with_a_server_that_is_killed():
    with serving() as (server, port):
        assert wait_until(lambda: ask(port, "/healthz", patience_s=10), PATIENCE_S)
        below = children_of(server.pid)
        server.kill()
        server.wait()
        assert below
        assert wait_until(lambda: are_gone(below), PATIENCE_S)


def test_a_server_that_is_told_to_end_while_its_worker_loads_ends():
    with serving() as (server, _port):
        below = wait_until(lambda: children_of(server.pid), PATIENCE_S)
        server.terminate()
        server.wait(PATIENCE_S)
        assert wait_until(lambda: are_gone(below), PATIENCE_S)


def test_a_process_that_no_server_started_lives_on(monkeypatch):
    told = []
    monkeypatch.setattr(supervisor, "_die_with_parent", told.append)
    supervisor.end_with_server()
    assert told == []


def test_the_supervisor_waits_longer_than_the_server():
    assert processes.LAST_WORD < supervisor.PATIENCE
