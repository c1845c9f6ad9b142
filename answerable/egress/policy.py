"""Which addresses, ports and pace are allowed. Handed in by the caller; never read from the environment."""

import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network

from answerable.egress.gate import HostGate

Network = IPv4Network | IPv6Network
#: (host, port) -> addresses as text. Tests hand in their own; the default asks the system's resolver.
Resolver = Callable[[str, int], Awaitable[list[str]]]

#: (family, type, protocol) -> socket, not yet connected.
SocketMaker = Callable[[int, int, int], socket.socket]

#: One gate for the whole process, so that every caller keeps the same pace towards a host.
SHARED_GATE = HostGate(gap_s=2.0)


@dataclass(frozen=True, slots=True)
class EgressPolicy:
    """Default: public addresses, ports 80 and 443, one connection and two seconds between calls a host.

    `allow_networks` is the administrator's list of inner networks (their changes belong in the trail);
    `allow_loopback` is for tests and the demo.
    """

    allow_networks: tuple[Network, ...] = ()
    allow_loopback: bool = False
    ports: frozenset[int] = frozenset({80, 443})
    any_port: bool = False
    resolver: Resolver | None = None
    gate: HostGate = field(default=SHARED_GATE)
    #: Makes the socket for a vetted address; tests hand in one that records or leads to a server of theirs.
    socket_maker: SocketMaker = socket.socket
    user_agent: str = "Answerable/0.1 (public communication office; reads feeds)"
