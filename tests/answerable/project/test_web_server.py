"""The web server leaves nobody behind: neither killed outright nor told to end while its worker still loads."""

import os
import signal
import subprocess
import time
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection, HTTPException

from answerable.project import processes, supervisor, wsgi
from answerable.project.verbs.demo import free_port
from tests.battery.machine import children_of, command_of

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


def until(met):
    """Wait for something to be so; gives what it was at last."""
    ends = time.monotonic() + PATIENCE_S
    while not (found := met()) and time.monotonic() < ends:
        time.sleep(0.05)
    return found


def answers(port):
    """Whether anybody answers on a port."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as line:
        try:
            line.request("GET", "/healthz", headers={"Host": "localhost"})
            return line.getresponse().status > 0
        except (OSError, HTTPException):
            return False


def gone(pids):
    """Whether none of the processes is left."""
    return not any(command_of(pid) for pid in pids)


def test_a_worker_ends_with_a_server_that_is_killed():
    with serving() as (server, port):
        assert until(lambda: answers(port))
        below = children_of(server.pid)
        server.kill()
        server.wait()
        assert below
        assert until(lambda: gone(below))


def test_a_server_that_is_told_to_end_while_its_worker_loads_ends():
    with serving() as (server, _port):
        below = until(lambda: children_of(server.pid))
        server.terminate()
        server.wait(PATIENCE_S)
        assert until(lambda: gone(below))


def test_a_process_that_no_server_started_lives_on(monkeypatch):
    told = []
    monkeypatch.setattr(wsgi, "die_with_parent", told.append)
    wsgi.end_with_server()
    assert told == []


def test_the_supervisor_waits_longer_than_the_server():
    assert processes.LAST_WORD < supervisor.PATIENCE
