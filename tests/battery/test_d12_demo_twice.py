"""D11: `./do demo` in a fresh clone with an empty home folder, twice; the first is killed half-way.

The script makes its own environment, so this needs the network or a cache of packages: ANSWERABLE_PACKAGE_CACHE names
a folder that both starts share. Without either it is left out.
"""

import os
import signal
import socket
import subprocess
import time
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from answerable.project.verbs.demo import free_port

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.full, pytest.mark.one_database]
#: Making the environment and filling the town, on two busy cores.
PATIENCE_S = 1500


def packages_can_be_had(folder):
    """Whether pip finds its index: it is asked for one small package that the lock names."""
    asked = subprocess.run(
        ["pip", "download", "-q", "--no-deps", "--dest", str(folder), "qrcode==8.2"],
        capture_output=True,
        check=False,
        timeout=60,
    )
    return asked.returncode == 0


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A fresh clone of what is committed, and an empty home."""
    place = tmp_path_factory.mktemp("clone")
    if not packages_can_be_had(place):
        pytest.skip("no package index can be reached from here")
    subprocess.run(["git", "clone", "-q", str(ROOT), str(place / "answerable")], check=True)
    (place / "home").mkdir()
    return place


def start(place, port):
    """`./do demo` with nothing of this machine's user but the path and where packages come from."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name in ("PATH", "LANG") or name.startswith(("PIP_", "UV_", "SSL_"))
    }
    cache = os.environ.get("ANSWERABLE_PACKAGE_CACHE", str(place / "packages"))
    environment |= {"HOME": str(place / "home"), "PIP_CACHE_DIR": cache, "UV_CACHE_DIR": f"{cache}/uv"}
    with (place / "said.txt").open("ab") as said:
        return subprocess.Popen(
            ["./do", "demo", "--no-browser", "--port", str(port)],
            cwd=place / "answerable",
            env=environment,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def until_said(place, words, process):
    """Wait until the demo has printed some words."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        said = (place / "said.txt").read_text(errors="replace")
        if words in said:
            return said
        assert process.poll() is None, said[-3000:]
        time.sleep(0.5)
    raise AssertionError((place / "said.txt").read_text(errors="replace")[-3000:])


def page(port, path):
    """Ask for one page, patiently; gives status and body."""
    for _ in range(60):
        try:
            with closing(HTTPConnection("127.0.0.1", port, timeout=30)) as line:
                line.request("GET", path, headers={"Host": f"localhost:{port}"})
                answer = line.getresponse()
                return answer.status, answer.read().decode()
        except OSError:
            time.sleep(1)
    raise AssertionError("nobody answers")


def ended(process, port):
    """End it as Ctrl-C does; nobody may be left on its port."""
    os.kill(process.pid, signal.SIGINT)
    process.wait(timeout=60)
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0, "something still listens"


def test_the_demo_starts_from_nothing_although_its_first_start_was_killed(clone, tally):
    port = free_port()
    first = start(clone, port)
    until_said(clone, "day 5 of 14", first)
    os.killpg(first.pid, signal.SIGKILL)
    first.wait()
    assert not (clone / "answerable/data/demo/town.json").exists()
    second = start(clone, port)
    try:
        said = until_said(clone, "Answerable is open at", second)
        assert "beginning anew" in said
        status, body = page(port, "/accounts/login/")
        assert status == 200
        assert "<form" in body
        assert page(port, "/healthz")[0] == 200
    finally:
        ended(second, port)
    third = start(clone, port)
    try:
        said = until_said(clone, "as you left it", third)
        assert page(port, "/accounts/login/")[0] == 200
    finally:
        ended(third, port)
    # pip asks rustc, where there is one, for its version, and that leaves its folder
    left = {path.name for path in (clone / "home").iterdir()} - {".cache", ".rustup"}
    assert left == set(), "the demo wrote into the home folder"
    tally(cases=3, faults=1)
