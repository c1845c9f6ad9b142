"""The second wall: whoever opens a socket while the wall stands is checked at the moment of connecting.

For libraries that connect by themselves (apprise with requests and smtplib, imap-tools with imaplib). The wall is an
audit hook of the interpreter, so it holds for every socket, whichever library made it; a context variable says for
which call it stands, and `stand_always` raises it for a whole worker process.
"""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from ipaddress import ip_address

from answerable.egress.addresses import may_reach
from answerable.egress.errors import Blocked, EgressError, PortNotAllowed
from answerable.egress.policy import EgressPolicy


@dataclass(frozen=True, slots=True)
class _Standing:
    policy: EgressPolicy
    refused: list[EgressError]


_standing: ContextVar[_Standing | None] = ContextVar("egress_wall", default=None)
PROXY_VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "ftp_proxy")


@dataclass
class _WholeProcess:
    policy: EgressPolicy | None = None
    inner: frozenset[tuple[str, int]] = frozenset()
    hooked: bool = False


_process = _WholeProcess()


def check(host: str, port: int, policy: EgressPolicy) -> None:
    """Raise unless the policy lets a socket connect there; a name instead of an address is refused."""
    try:
        address = ip_address(host.partition("%")[0]) if "%" not in host else None
    except ValueError:
        address = None
    if address is None or not may_reach(address, policy):
        raise Blocked(host=host, address=host)
    if not policy.any_port and port not in policy.ports:
        raise PortNotAllowed(port=port)


def _on_event(event: str, arguments: tuple[object, ...]) -> None:
    if event not in ("socket.connect", "socket.sendto"):
        return
    standing_now = _standing.get()
    policy = standing_now.policy if standing_now else _process.policy
    target = arguments[1]
    if policy is None or not isinstance(target, tuple):  # a path is a Unix socket: it stays on this machine
        return
    host, port = str(target[0]), int(target[1])
    if event == "socket.sendto" and port == 53:  # the resolver's own questions
        return
    if standing_now is None and (host, port) in _process.inner:
        return
    try:
        check(host, port, policy)
    except EgressError as error:
        if standing_now:
            standing_now.refused.append(error)
        # As an error of the system, so that libraries close their socket as after any failed connect.
        raise PermissionError(errno.EACCES, str(error)) from error


def _hook() -> None:
    if not _process.hooked:
        sys.addaudithook(_on_event)
        _process.hooked = True


@contextmanager
def standing(policy: EgressPolicy) -> Iterator[list[EgressError]]:
    """Let the wall stand around a call that opens sockets by itself; gives the list of what it refused.

    The list matters because libraries swallow errors: a call during which the wall refused something was refused.
    """
    _hook()
    refused: list[EgressError] = []
    token = _standing.set(_Standing(policy, refused))
    try:
        yield refused
    finally:
        _standing.reset(token)


def stand_always(policy: EgressPolicy, *, inner: frozenset[tuple[str, int]] = frozenset()) -> None:
    """Let the wall stand for this whole process, but for the named inner places such as the database."""
    _hook()
    _process.policy = policy
    _process.inner = inner


def forget_proxies() -> None:
    """Take proxies and stored passwords out of the environment: libraries would follow them around the wall."""
    for name in PROXY_VARIABLES:
        os.environ.pop(name, None)
        os.environ.pop(name.upper(), None)
    os.environ["NETRC"] = os.devnull
