"""Messages through apprise: only known sorts, only through the wall, with a reason when they fail."""

import json
import socket
import threading

import pytest

from answerable.egress import EgressPolicy, messages
from answerable.egress.errors import BadAddress, Blocked, NotAccepted, SchemeNotAllowed, TooSlow
from answerable.egress.messages import check_message_address, send_message
from tests.battery.loopback import answer, dripping, serving

LOOPBACK = EgressPolicy(allow_loopback=True, any_port=True)


def test_a_message_arrives_with_title_and_body() -> None:
    with serving({"*": answer(b"{}")}) as receiver:
        send_message(f"json://127.0.0.1:{receiver.port}/", title="停水通知", body="明早六点", policy=LOOPBACK)
        told = json.loads(receiver.asked[0].partition(b"\r\n\r\n")[2])
    assert (told["title"], told["message"]) == ("停水通知", "明早六点")


@pytest.mark.parametrize(
    "address",
    [
        "mailto://user:pass@example.org",
        "wecombot://0123456789abcdef",
        "dingtalk://0123456789abcdef0123456789abcdef",
        "feishu://0123456789abcdef",
        "lark://0123456789abcdef",
        "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/#channel",
        "json://example.org",
    ],
)
def test_the_sorts_of_an_office_are_known(address: str) -> None:
    check_message_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "syslog://",
        "dbus://",
        "file:///etc/passwd",
        "http://example.org",
        "macosx://",
        "exec:x",
        "",
        "xml://h",
    ],
)
def test_other_sorts_are_refused(address: str) -> None:
    with pytest.raises(SchemeNotAllowed):
        check_message_address(address)


def test_an_incomplete_address_is_refused() -> None:
    with pytest.raises(BadAddress):
        check_message_address("wecombot://")


@pytest.mark.parametrize("sort", ["json", "mailto"])
def test_an_address_inside_is_not_connected_to(sort: str) -> None:
    with serving() as canary:
        address = f"{sort}://user:pass@127.0.0.1:{canary.port}/?to=a@example.org&from=b@example.org"
        with pytest.raises(Blocked):
            send_message(address, title="t", body="b", policy=EgressPolicy(any_port=True))
        assert canary.connections == 0


def test_a_redirect_to_the_inside_is_not_followed() -> None:
    with serving() as canary, serving() as receiver:
        receiver.routes["*"] = answer(status="302 Found", Location=canary.url())
        with pytest.raises(NotAccepted):
            send_message(f"json://127.0.0.1:{receiver.port}/", title="t", body="b", policy=LOOPBACK)
        assert canary.connections == 0


def test_a_refusal_of_the_receiver_is_told() -> None:
    with serving({"*": answer(status="500 Broken")}) as receiver, pytest.raises(NotAccepted):
        send_message(f"json://127.0.0.1:{receiver.port}/", title="t", body="b", policy=LOOPBACK)


def test_a_receiver_that_drips_is_left_after_the_total_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "TOTAL_S", 0.5)
    drip = dripping(b"HTTP/1.1 200 OK\r\nContent-Length: 60\r\n\r\n", b"x", 0.05, 60)
    with serving({"*": drip}) as receiver, pytest.raises(TooSlow):
        send_message(f"json://127.0.0.1:{receiver.port}/", title="t", body="b", policy=LOOPBACK)


def mail_office(listener: socket.socket, taken: list[str]) -> None:
    """Take one letter, as a mail server does."""
    connection, _address = listener.accept()
    with connection, connection.makefile("rwb", buffering=0) as line:
        line.write(b"220 here\r\n")
        for word in iter(line.readline, b""):
            line.write(b"354 go on\r\n" if word.upper().startswith(b"DATA") else b"250 yes\r\n")
            if word.upper().startswith(b"DATA"):
                taken.extend(row.decode().rstrip() for row in iter(line.readline, b".\r\n"))
                line.write(b"250 taken\r\n")
            if word.upper().startswith(b"QUIT"):
                return


def test_a_letter_says_that_no_person_wrote_it() -> None:
    taken: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        office = threading.Thread(target=mail_office, args=(listener, taken), daemon=True)
        office.start()
        address = f"mailto://127.0.0.1:{listener.getsockname()[1]}/?mode=insecure&to=a@example.org&from=b@example.org"
        send_message(address, title="Deadline", body="Due tomorrow.", policy=LOOPBACK)
        office.join(5)
    assert "Auto-Submitted: auto-generated" in taken
    assert any("Due tomorrow." in row for row in taken)
