"""S1: no caller can be made to connect to the inside. Connections are counted by the listeners, not by our errors.

Every forbidden address in every form, through every caller that leaves the house. A name that stands for a public
address is led, by a socket of the test, to a server on loopback; every connect is recorded. The tests' own network
guard fails any connect that would leave loopback.
"""

import ast
import contextlib
import socket
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest

from answerable.egress import EgressPolicy, FetchRequest, fetch
from answerable.egress.errors import EgressError
from answerable.egress.gate import HostGate
from answerable.egress.mailbox import MailboxAddress, read_mailbox
from answerable.egress.messages import send_message
from answerable.egress.robots import RobotsCache, may_read
from answerable.egress.signing import new_secret
from answerable.egress.webhooks import send_webhook
from tests.battery.forbidden import FORBIDDEN, SPELLINGS, bracketed
from tests.battery.loopback import LoopbackServer, answer, serving

AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)
PUBLIC = "93.184.216.34"
SECRET = new_secret(b"k" * 32)
REDIRECTS = ("301 Moved", "302 Found", "303 Other", "307 Temporary", "308 Moved")


def read_feed(url: str, policy: EgressPolicy) -> None:
    fetch(FetchRequest(url, follow_moves=True), policy)


def ask_robots(url: str, policy: EgressPolicy) -> None:
    may_read(url, policy, RobotsCache())


def send_hook(url: str, policy: EgressPolicy) -> None:
    send_webhook(url, {"a": 1}, secrets=[SECRET], message_id="m", at=AT, policy=policy)


CALLERS = {"feed, page, discovery": read_feed, "robots": ask_robots, "webhook": send_hook}


class World:
    """A public server, a canary inside, a resolver that lies, and sockets that tell where they were sent."""

    def __init__(self, public: LoopbackServer, canary: LoopbackServer) -> None:
        self.public, self.canary = public, canary
        self.answers: list[list[str]] = [[PUBLIC]]
        self.dialled: list[str] = []
        self.lock = threading.Lock()

    async def resolve(self, host: str, port: int) -> list[str]:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    def make_socket(self, family: int, kind: int, protocol: int) -> socket.socket:
        world = self

        class Detour(socket.socket):
            def connect(self, address: tuple[str, int]) -> None:  # type: ignore[override]
                world.dialled.append(address[0])
                # A public address leads to the public server, anything else to where it says.
                super().connect(("127.0.0.1", world.public.port) if address[0] == PUBLIC else address)

        return Detour(family, kind, protocol)

    @property
    def policy(self) -> EgressPolicy:
        return EgressPolicy(
            any_port=True, resolver=self.resolve, socket_maker=self.make_socket, gate=HostGate(gap_s=0)
        )


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with serving({"*": answer(b"ok")}) as public, serving({"*": answer(b"secret")}) as canary:
        yield World(public, canary)


def attempts(address: str, world: World) -> Iterator[tuple[str, str, list[list[str]], bytes]]:
    """(name of the form, URL to call, what the resolver says in turn, what the public server answers)."""
    port, ok = world.canary.port, answer(b"ok")
    literal = f"http://{bracketed(address)}:{port}/"
    yield "literal", literal, [[PUBLIC]], ok
    yield "user-info", f"http://public.example@{bracketed(address)}:{port}/", [[PUBLIC]], ok
    yield "https", f"https://{bracketed(address)}:{port}/", [[PUBLIC]], ok
    named = f"http://name.example:{port}/"
    yield "answer", named, [[address]], ok
    yield "mixed, bad last", named, [[PUBLIC, address]], ok
    yield "mixed, bad first", named, [[address, PUBLIC]], ok
    for status in REDIRECTS:
        hop = answer(status=status, Location=literal)
        yield f"redirect {status[:3]}", "http://name.example/", [[PUBLIC]], hop
    hop = answer(status="302 Found", Location=f"http://inner.example:{port}/")
    yield "redirect to a name", "http://name.example/", [[PUBLIC], [address]], hop


@pytest.mark.parametrize("caller", CALLERS)
def test_no_form_of_a_forbidden_address_is_connected_to(world: World, caller: str, tally) -> None:
    tried: Counter[str] = Counter()
    for address in FORBIDDEN:
        for form, url, answers, reply in attempts(address, world):
            world.answers, world.dialled = list(answers), []
            world.public.routes["*"] = reply
            try:
                CALLERS[caller](url, world.policy)
                ended = "answered"
            except EgressError as error:
                ended = error.code
            # Only webhooks never follow: for them the first hop alone is an answer of another status.
            assert ended != "answered" or (caller == "robots" and form.startswith("redirect")), (
                address,
                form,
                ended,
            )
            assert set(world.dialled) <= {PUBLIC}, (address, form, world.dialled)
            tried[form] += 1
    assert world.canary.connections == 0
    assert sum(tried.values()) >= 500
    tally(cases=sum(tried.values()))


def test_a_name_that_flips_after_the_look_is_connected_where_we_looked(world: World) -> None:
    for address in FORBIDDEN:
        world.answers, world.dialled = [[PUBLIC], [address]], []
        world.public.routes["*"] = answer(b"ok")
        assert fetch(FetchRequest("http://flip.example/"), world.policy).body == b"ok"
        assert world.dialled == [PUBLIC]
    assert world.canary.connections == 0


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_spelling_of_loopback_is_connected_to(world: World, spelling: str) -> None:
    world.dialled = []
    for url, caller in product(
        (f"http://{spelling}:{world.canary.port}/", f"http://a@{spelling}:{world.canary.port}/x"),
        CALLERS.values(),
    ):
        with pytest.raises(EgressError):
            caller(url, EgressPolicy(any_port=True, socket_maker=world.make_socket, gate=HostGate(gap_s=0)))
    assert world.dialled == []
    assert world.canary.connections == 0


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "gopher://127.0.0.1:{port}/_x",
        "data:text/html,x",
        "dict://127.0.0.1:{port}/",
        "ldap://127.0.0.1:{port}/",
        "jar:http://127.0.0.1:{port}!/",
        "//127.0.0.1:{port}/",
        "http:/\\127.0.0.1:{port}/",
        "http:127.0.0.1:{port}/",
        "http://name.example\\@127.0.0.1:{port}/",
        "http://127.0.0.1:{port}\\@name.example/",
        "http://name.example#@127.0.0.1:{port}/",
        "http://127.0.0.1 .name.example:{port}/",
        "http://127.0.0.1\t:{port}/",
        "http://127.0.0.1\r\nHost: x:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
    ],
)
@pytest.mark.parametrize("caller", CALLERS)
def test_other_schemes_and_crooked_addresses_reach_nothing_inside(
    world: World, caller: str, url: str
) -> None:
    world.answers, world.dialled = [[PUBLIC]], []
    world.public.routes["*"] = answer(b"ok")
    with contextlib.suppress(EgressError):
        CALLERS[caller](url.format(port=world.canary.port), world.policy)
    assert set(world.dialled) <= {PUBLIC}
    assert world.canary.connections == 0


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "gopher://127.0.0.1/", "//[::1]/", "http://2130706433/"]
)
def test_a_redirect_to_another_scheme_or_spelling_ends_there(world: World, location: str) -> None:
    world.answers, world.dialled = [[PUBLIC]], []
    world.public.routes["*"] = answer(status="302 Found", Location=location)
    with pytest.raises(EgressError):
        fetch(FetchRequest("http://name.example/"), world.policy)
    assert world.dialled == [PUBLIC]


STRICT = EgressPolicy(any_port=True)


@pytest.fixture
def connects(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What libraries connect to, after the wall and instead of the network; names resolve without any DNS."""
    passed: list[object] = []
    look_up = socket.getaddrinfo

    def connect(self: socket.socket, address: object) -> None:
        sys.audit("socket.connect", self, address)  # as the interpreter does, before the system is called
        passed.append(address)
        raise ConnectionRefusedError

    def resolve(host: str, port: int, *rest: int, **named: int) -> object:
        if host == "localhost":
            host = "127.0.0.1"
        return look_up(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return passed


@pytest.mark.parametrize(
    "address", [*FORBIDDEN, *(spelling for spelling in SPELLINGS if "%" not in spelling)]
)
def test_messages_reach_nothing_inside(world: World, connects: list[object], address: str) -> None:
    """apprise connects by itself: the wall stops it, whatever it makes of the address."""
    host = address if address.startswith("[") else bracketed(address)
    for template in ("json://{}:{}/", "mailto://a:b@{}:{}/?to=c@d.example"):
        with pytest.raises(EgressError):
            send_message(template.format(host, world.canary.port), title="t", body="b", policy=STRICT)
    assert connects == []


@pytest.mark.parametrize("address", [*FORBIDDEN, "2130706433", "0x7f000001", "127.1", "0", "localhost"])
def test_a_mailbox_inside_is_not_reached(world: World, connects: list[object], address: str) -> None:
    with pytest.raises(EgressError):
        read_mailbox(MailboxAddress(address, "u", "p", world.canary.port), after_uid=0, policy=STRICT)
    assert connects == []


def test_without_the_wall_the_libraries_would_connect(world: World, connects: list[object], tally) -> None:
    """The control: the same library, the same address, no wall."""
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("10.0.0.1", world.canary.port))
    assert connects == [("10.0.0.1", world.canary.port)]
    tally(cases=1, control=True)


def test_the_canary_counts(world: World, tally) -> None:
    """The control: with loopback allowed the same calls do arrive."""
    tally(cases=4, control=True)
    with serving({"*": answer(b"{}")}) as canary:
        open_policy = EgressPolicy(any_port=True, allow_loopback=True, gate=HostGate(gap_s=0))
        calls: list[Callable[[], object]] = [
            lambda: read_feed(canary.url(), open_policy),
            lambda: ask_robots(canary.url(), open_policy),
            lambda: send_hook(canary.url(), open_policy),
            lambda: send_message(f"json://127.0.0.1:{canary.port}/", title="t", body="b", policy=open_policy),
        ]
        for call in calls:
            call()
        assert canary.connections == len(calls)


#: Modules that open connections by themselves. Inside egress alone may anybody import them.
CLIENTS = {
    "aiohttp",
    "requests",
    "httpx",
    "httpx2",
    "urllib3",
    "imaplib",
    "imap_tools",
    "smtplib",
    "ftplib",
    "telnetlib",
}
CLIENTS |= {
    "apprise",
    "websockets",
    "http.client",
    "urllib.request",
    "xmlrpc.client",
    "pycurl",
    "paramiko",
}


def imported(path: Path) -> set[str]:
    """Names of all modules that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found


def test_nobody_but_egress_imports_what_can_connect() -> None:
    house = Path(__file__).resolve().parents[2]
    outside = []
    for package in ("answerable", "storystream"):
        for path in (house / package).rglob("*.py"):
            if "egress" in path.parts:
                continue
            names = {name for name in imported(path) if name in CLIENTS or name.split(".")[0] in CLIENTS}
            outside += [f"{path.relative_to(house)}: {name}" for name in sorted(names)]
    assert outside == []
