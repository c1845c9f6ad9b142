"""Reads the dates of a site's certificate: one handshake to a vetted address, nothing asked of the site."""

import asyncio
import socket
import ssl
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509

from answerable.egress import wall
from answerable.egress.errors import BadAnswer, TooSlow, Unreachable, gettext_noop
from answerable.egress.exchange import Limits
from answerable.egress.policy import EgressPolicy
from answerable.egress.resolving import vetted
from answerable.egress.urls import Target, read_url


@dataclass(frozen=True, slots=True)
class Certificate:
    """From when until when a certificate holds, aware."""

    begins: datetime
    ends: datetime


def read_certificate(url: str, policy: EgressPolicy, limits: Limits | None = None) -> Certificate:
    """Give the dates of the certificate that an https address shows. Raises an EgressError."""
    return asyncio.run(_read(read_url(url), policy, limits or Limits()))


async def _read(target: Target, policy: EgressPolicy, limits: Limits) -> Certificate:
    async with policy.gate.through(target.host):
        try:
            async with asyncio.timeout(limits.total_s):
                shown = await _shown(target, policy)
        except TimeoutError:
            raise TooSlow(host=target.host, seconds=int(limits.total_s)) from None
        except (OSError, ssl.SSLError):
            raise Unreachable(host=target.host) from None
    try:
        read = x509.load_der_x509_certificate(shown)
    except ValueError:
        raise BadAnswer(host=target.host, why=gettext_noop("its certificate is damaged")) from None
    return Certificate(read.not_valid_before_utc, read.not_valid_after_utc)


async def _shown(target: Target, policy: EgressPolicy) -> bytes:
    """Shake hands and take the certificate as it is shown, trusted or not: whether it is trusted, a fetch says."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    loop = asyncio.get_running_loop()
    address = (await vetted(target, policy))[0]
    family, kind, protocol, _name, place = (
        await loop.getaddrinfo(address, target.port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    )[0]
    wall.check(str(place[0]), target.port, policy)
    plain = policy.socket_maker(family, kind, protocol)
    try:
        plain.setblocking(False)
        await loop.sock_connect(plain, place)
        name = None if target.is_v6 or target.host.replace(".", "").isdigit() else target.host
        transport, _protocol = await loop.create_connection(
            asyncio.Protocol, sock=plain, ssl=context, server_hostname=name or ""
        )
    except BaseException:
        plain.close()
        raise
    try:
        shown: bytes | None = transport.get_extra_info("ssl_object").getpeercert(binary_form=True)
    finally:
        transport.abort()
    if not shown:
        raise BadAnswer(host=target.host, why=gettext_noop("it shows no certificate"))
    return shown
