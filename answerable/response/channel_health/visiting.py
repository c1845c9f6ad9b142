"""One errand from request to facts: the network and the limited child, no database."""

from dataclasses import dataclass, replace
from datetime import date
from email.utils import parsedate_to_datetime
from enum import StrEnum
from urllib.parse import urljoin

from django.conf import settings

from answerable.egress import EgressPolicy, FetchRequest, Limits, fetch
from answerable.egress.certificate import Certificate, read_certificate
from answerable.egress.errors import BadAnswer, EgressError, RobotsForbid
from answerable.egress.exchange import Answer
from answerable.egress.robots import check_robots
from answerable.response.channel_health.reading.facts import PageFacts, Place
from answerable.response.channel_health.reading.pool import Unread, facts_of, places_in
from answerable.response.channel_health.rules.links import host_of
from answerable.response.channel_health.rules.reach import is_good

PAGE_TYPES = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1"


class Purpose(StrEnum):
    """Why an address is visited."""

    PAGE = "page"
    LINK = "link"
    MAP = "map"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True)
class Errand:
    """One address to be visited."""

    visit: int
    address: str
    purpose: Purpose
    selector: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of an errand. `error` is a code of egress, `unread` a reason why a document was not read."""

    errand: Errand
    status: int | None = None
    error: str = ""
    unread: str = ""
    facts: PageFacts | None = None
    places: tuple[Place, ...] = ()
    file_day: date | None = None
    certificate: Certificate | None = None


def egress_policy() -> EgressPolicy:
    """Give the policy that the installation set, or the strict one."""
    policy = getattr(settings, "EGRESS_POLICY", None)
    return policy if isinstance(policy, EgressPolicy) else EgressPolicy()


class _OutOfOrder(Exception):
    """The server has a fault already where it is asked for its robots.txt."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def _ask_leave(address: str, policy: EgressPolicy, limits: Limits | None = None) -> None:
    """Raise unless a site's robots.txt allows an address.

    A site that is down allows nothing (RFC 9309) and must not pass for one that forbids: its robots.txt, which
    may always be asked for, is asked once more, and what is wrong with the site is raised.
    """
    try:
        check_robots(address, policy)
    except RobotsForbid:
        rules = FetchRequest(urljoin(address, "/robots.txt"), follow_moves=True, limits=limits or Limits())
        status = fetch(rules, policy).status
        if status >= 500:
            raise _OutOfOrder(status) from None
        raise


def run_errand(errand: Errand, policy: EgressPolicy, *, today: date) -> Brought:
    """Go to one address, as its site's robots.txt allows. Everything that can go wrong is in what is brought."""
    try:
        if errand.purpose is Purpose.CERTIFICATE:
            return Brought(errand, certificate=read_certificate(errand.address, policy))
        _ask_leave(errand.address, policy)
        if errand.purpose is Purpose.LINK:
            return Brought(errand, status=_status(errand.address, policy))
        request = FetchRequest(errand.address, headers={"Accept": PAGE_TYPES})
        return _read(errand, fetch(request, policy), today=today)
    except EgressError as error:
        return Brought(errand, error=error.code)
    except _OutOfOrder as fault:
        return Brought(errand, status=fault.status)


def _status(address: str, policy: EgressPolicy) -> int:
    """Ask for the head alone; a server that refuses that, or cannot do it, is asked properly, and its body left."""
    head = FetchRequest(address, method="HEAD", keep_body=False, follow_moves=True)
    try:
        status = fetch(head, policy).status
        if status < 400:
            return status
    except BadAnswer:
        pass  # servers that send a body behind a head alone
    return fetch(replace(head, method="GET"), policy).status


def _read(errand: Errand, answer: Answer, *, today: date) -> Brought:
    if answer.status != 200:
        return Brought(errand, status=answer.status)
    if host_of(answer.final_url) != host_of(errand.address):
        return Brought(errand, status=answer.status, unread="elsewhere")
    try:
        if errand.purpose is Purpose.MAP:
            return Brought(errand, status=200, places=places_in(answer))
        if "html" not in answer.headers.get("content-type", "text/html"):
            return Brought(errand, status=200, unread="no_page")
        facts = facts_of(answer, today=today, selector=errand.selector, barriers=True)
        return Brought(errand, status=200, facts=facts, file_day=_file_day(answer))
    except Unread as unread:
        return Brought(errand, status=answer.status, unread=unread.code)


def _file_day(answer: Answer) -> date | None:
    try:
        return parsedate_to_datetime(answer.headers.get("last-modified", "")).date()
    except (TypeError, ValueError, OverflowError, IndexError):
        return None


@dataclass(frozen=True, slots=True)
class Tried:
    """One try of a home page; `counted` is False where we, not the site, were in the way."""

    good: bool
    reason: str
    took_ms: int | None
    counted: bool = True


#: Errors that say nothing about the site: the wall of this house, or its manners.
NOT_THE_SITE = frozenset({"blocked", "port", "busy", "robots", "bad_address"})


def try_home(address: str, policy: EgressPolicy, *, seconds: float) -> Tried:
    """Open a home page as an inspector does: what takes longer than the limit counts as failed."""
    limits = Limits(total_s=seconds, connect_s=seconds, read_s=seconds)
    try:
        _ask_leave(address, policy, limits)
        answer = fetch(FetchRequest(address, limits=limits, keep_body=False), policy)
    except EgressError as error:
        return Tried(False, error.code, None, counted=error.code not in NOT_THE_SITE)
    except _OutOfOrder as fault:
        return Tried(False, f"status {fault.status}", None)
    good = is_good(answer.status)
    return Tried(good, "" if good else f"status {answer.status}", int(answer.elapsed_s * 1000))
