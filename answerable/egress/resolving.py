"""Turns a host into addresses that were all looked at; one bad answer among them refuses the host."""

import asyncio
import socket
from ipaddress import ip_address

from aiohttp.abc import AbstractResolver, ResolveResult

from answerable.egress.addresses import may_reach, read_address
from answerable.egress.errors import BadAddress, Blocked, PortNotAllowed, UnknownHost, gettext_noop
from answerable.egress.policy import EgressPolicy
from answerable.egress.urls import Target


async def system_resolver(host: str, port: int) -> list[str]:
    """Ask the system. The dot at the end keeps search domains of this machine out of it."""
    name = host if host == "localhost" else f"{host}."
    found = await asyncio.get_running_loop().getaddrinfo(name, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_rest, address in found]


async def vetted(target: Target, policy: EgressPolicy) -> list[str]:
    """Give the addresses to connect to, or raise: every answer must pass, not just the first."""
    if not policy.any_port and target.port not in policy.ports:
        raise PortNotAllowed(port=target.port)
    literal = read_address(target.host)
    if literal is not None:
        answers = [str(literal)]
    else:
        answers = await _asked(target, policy)
    for answer in answers:
        address = read_address(answer)
        if address is None or not may_reach(address, policy):
            raise Blocked(host=target.host, address=answer)
    return answers


async def _asked(target: Target, policy: EgressPolicy) -> list[str]:
    resolver = policy.resolver or system_resolver
    try:
        answers = await resolver(target.host, target.port)
    except UnicodeError:
        raise BadAddress(why=gettext_noop("the host is not a name")) from None
    except OSError:
        raise UnknownHost(host=target.host) from None
    if not answers:
        raise UnknownHost(host=target.host)
    return list(dict.fromkeys(answers))


class Fixed(AbstractResolver):
    """Hands the HTTP client exactly the addresses that were vetted; there is no second look-up to flip."""

    def __init__(self) -> None:
        self.addresses: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Give the vetted addresses."""
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ip_address(address).version == 6 else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in self.addresses
        ]

    async def close(self) -> None:
        """Nothing is held."""
