"""The child has nothing left: tried from inside, in a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[4]
BEFORE = """
import os, resource, socket, subprocess, sys
from answerable.kernel.apart.walls import allow_one_document, lock_down
made = socket.socket()
made_fd = made.detach()
lock_down()
try:
    {attempt}
except {error}:
    os._exit(7)
os._exit(0)
"""


def attempt(code: str, error: str) -> int:
    script = BEFORE.format(attempt=code, error=error)
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    ).returncode


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("socket.socket()", "PermissionError"),
        ("socket.getaddrinfo('localhost', 80)", "(OSError, LookupError)"),
        ("socket.socket(fileno=made_fd).connect(('127.0.0.1', 9))", "PermissionError"),
        ("subprocess.run(['true'])", "(PermissionError, OSError)"),
        ("os.system('true')", "PermissionError"),
        ("os.fork()", "(PermissionError, OSError)"),
        ("open('/etc/passwd')", "OSError"),
        ("open('/tmp/x', 'w')", "OSError"),
        ("os.open('/etc/passwd', os.O_RDONLY)", "OSError"),
        ("os.pipe()", "OSError"),
        ("bytearray(512 * 1024 * 1024)", "MemoryError"),
        ("resource.setrlimit(resource.RLIMIT_NOFILE, (100, 3))", "ValueError"),
    ],
)
def test_what_a_reader_must_not_have_is_refused(code: str, error: str) -> None:
    assert attempt(code, error) == 7


def test_without_the_lock_the_same_attempts_succeed() -> None:
    """The control."""
    script = (
        "import socket, os; socket.socket().close(); os.close(os.open('/etc/passwd', 0)); bytearray(10**8)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_a_little_memory_is_left() -> None:
    assert attempt("bytearray(100 * 1024 * 1024)", "MemoryError") == 0


@pytest.mark.slow
def test_cpu_seconds_of_one_document_have_an_end() -> None:
    code = "allow_one_document()\n    while True: pass"
    assert attempt(code, "MemoryError") == -24  # SIGXCPU
