"""Many at once: processes forked from this one, and clients of a server over real connections."""

import os
import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from http.client import HTTPConnection, HTTPException

from django.db import connections


def in_processes(count: int, act: Callable[[int], int]) -> list[int]:
    """Do one thing in so many processes, each with its own connection; gives what each counted, at most 100.

    They begin at one moment, when all of them are there: on a busy machine the first would be through before the last.
    """
    connections.close_all()
    children = []
    held, let_go = os.pipe()
    for number in range(count):
        child = os.fork()
        if child == 0:
            code = 100
            try:
                os.close(let_go)
                os.read(held, 1)  # comes back when nobody holds the other end
                code = min(act(number), 100)
            finally:
                os._exit(code)
        children.append(child)
    os.close(let_go)
    os.close(held)
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def ask(port: int, path: str, cookie: str = "", patience_s: float = 120.0) -> int:
    """Ask a server on loopback for one page over a connection of its own; its status, or 0 where none came."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=patience_s)) as line:
        try:
            line.request("GET", path, headers={"Host": "localhost", **({"Cookie": cookie} if cookie else {})})
            answer = line.getresponse()
            answer.read()
        except (OSError, HTTPException):
            return 0
        return answer.status


def in_threads(acts: Sequence[Callable[[], object]]) -> None:
    """Do several things at once and wait for all of them."""
    threads = [threading.Thread(target=act) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
