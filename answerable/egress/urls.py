"""Reads a web address once and strictly, so that the host we vet is the host we connect to.

Stricter than browsers on purpose: what the WHATWG rules would repair (backslashes, odd number forms, blanks) is
refused with a reason. International names become ASCII by UTS 46. Names and passwords in the address are dropped.
"""

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, urljoin

import idna

from answerable.egress.errors import BadAddress, gettext_noop

#: RFC 3986 generic form, with the authority taken apart later.
SHAPE = re.compile(
    r"(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]*)://(?P<authority>[^/?#]*)(?P<rest>[^#]*)(?:#.*)?", re.DOTALL
)
#: Code points that must not stand in a host (WHATWG "forbidden domain code points"), plus the percent sign.
FORBIDDEN_IN_HOST = re.compile(r"[\x00-\x20\x7f\"#%/:<>?@\[\\\]^`{|}]")
NOT_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f\\\ud800-\udfff]")
NUMBER_LIKE = re.compile(r"(?:\d+|0[xX][0-9a-fA-F]*)")
DEFAULT_PORTS = {"http": 80, "https": 443}
LONGEST = 2000
#: Left as they are in path and query; the rest becomes percent-encoded UTF-8.
KEPT = "/?:@!$&'()*+,;=-._~%[]"


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart: `host` is an ASCII name or a canonical IP address without brackets."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def is_v6(self) -> bool:
        """Whether the host is written as an IPv6 address."""
        return ":" in self.host

    @property
    def url(self) -> str:
        """The address as text again, without names, passwords and fragment."""
        host = f"[{self.host}]" if self.is_v6 else self.host
        port = "" if self.port == DEFAULT_PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.path}"


def read_url(text: str) -> Target:
    """Take a web address apart, or raise BadAddress with the reason."""
    text = text.strip(" \t\r\n")
    if len(text) > LONGEST:
        raise BadAddress(why=f"it is longer than {LONGEST} characters")
    if NOT_IN_ADDRESS.search(text):
        raise BadAddress(why=gettext_noop("it holds blanks, control characters or backslashes"))
    shape = SHAPE.fullmatch(text)
    if shape is None:
        raise BadAddress(why=gettext_noop("it does not begin with http:// or https://"))
    scheme = shape["scheme"].lower()
    if scheme not in DEFAULT_PORTS:
        raise BadAddress(why=gettext_noop("it does not begin with http:// or https://"))
    host, port = _host_and_port(shape["authority"].rpartition("@")[2])
    rest = quote(shape["rest"], safe=KEPT)
    path = rest if rest.startswith("/") else f"/{rest}"
    return Target(scheme, host, DEFAULT_PORTS[scheme] if port is None else port, path)


def join(target: Target, location: str) -> Target:
    """Read the address that a redirect names, relative to the one that was asked."""
    if NOT_IN_ADDRESS.search(location.strip(" \t\r\n")):
        raise BadAddress(why=gettext_noop("it holds blanks, control characters or backslashes"))
    try:
        return read_url(urljoin(target.url, location.strip(" \t\r\n")))
    except ValueError:
        raise BadAddress(why=gettext_noop("the address that it passes on to cannot be read")) from None


def _host_and_port(authority: str) -> tuple[str, int | None]:
    if authority.startswith("["):
        inner, closed, after = authority[1:].partition("]")
        if not closed or (after and not after.startswith(":")):
            raise BadAddress(why=gettext_noop("the brackets of the host do not match"))
        return _v6(inner), _port(after[1:])
    host, _, port = authority.partition(":")
    return _name(host), _port(port)


def _port(text: str) -> int | None:
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{1,5}", text) or not 0 < int(text) < 65536:
        raise BadAddress(why=gettext_noop("the port is not a number from 1 to 65535"))
    return int(text)


def _v6(text: str) -> str:
    if "%" in text:
        raise BadAddress(why=gettext_noop("an address with a zone names an interface of this machine"))
    try:
        return str(IPv6Address(text))
    except AddressValueError:
        raise BadAddress(why=gettext_noop("the host is not an IPv6 address")) from None


def _name(text: str) -> str:
    if not text or FORBIDDEN_IN_HOST.search(text):
        raise BadAddress(why=gettext_noop("the host is empty or holds forbidden characters"))
    try:
        host = (
            idna.encode(text.rstrip("."), uts46=True, transitional=False).decode("ascii").lower().rstrip(".")
        )
    except (idna.IDNAError, UnicodeError):
        host = _plain_name(text)
    if not host or FORBIDDEN_IN_HOST.search(host):
        raise BadAddress(why=gettext_noop("the host is empty or holds forbidden characters"))
    last = host.rpartition(".")[2]
    return _v4(host) if NUMBER_LIKE.fullmatch(last) else host


def _plain_name(text: str) -> str:
    """Take a name that IDNA does not like but that the DNS carries: letters, digits, hyphens, underscores."""
    name = text.rstrip(".").lower()
    labels = name.split(".")
    if not all(re.fullmatch(r"[a-z0-9_-]{1,63}", label) for label in labels) or any(
        label.startswith("xn--") for label in labels
    ):
        raise BadAddress(why=gettext_noop("the host is not a name"))
    return name


def _v4(text: str) -> str:
    try:
        return str(IPv4Address(text))
    except AddressValueError:
        raise BadAddress(
            why=gettext_noop("the host is a number that is not written as four plain parts")
        ) from None
