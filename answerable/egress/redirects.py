"""What a redirect means: where next, with which method, and whether a person must look first."""

from collections.abc import Mapping

from courlan import extract_domain

from answerable.egress.addresses import read_address
from answerable.egress.errors import BadAnswer, NeedsConfirmation, gettext_noop
from answerable.egress.exchange import FetchRequest
from answerable.egress.urls import Target, join

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})


def registrable(host: str) -> str:
    """Give the part of a name that somebody registered (example.co.uk); an IP address is itself."""
    if read_address(host) is not None:
        return host
    # A top level that the public list does not know (an inner network's) registers names directly below it.
    return extract_domain(f"http://{host}/") or ".".join(host.split(".")[-2:])


def next_target(asked: Target, status: int, headers: Mapping[str, str], request: FetchRequest) -> Target:
    """Read where a redirect leads, or raise when it leads nowhere or away for good."""
    location = headers.get("location", "")
    if not location:
        raise BadAnswer(host=asked.host, why=gettext_noop("a redirect without an address"))
    target = join(asked, location)
    moved_away = status in PERMANENT and registrable(target.host) != registrable(asked.host)
    if moved_away and not request.follow_moves:
        raise NeedsConfirmation(location=target.url)
    return target


def next_method(method: str, status: int) -> str:
    """Keep the method, but for 303 and, as everybody does, POST after 301 and 302."""
    if status == 303 or (status in (301, 302) and method == "POST"):
        return "GET"
    return method
