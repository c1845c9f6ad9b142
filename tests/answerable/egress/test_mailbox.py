"""The inbox over IMAP: new mails only, nothing marked, nothing inside reached. The server here speaks enough IMAP."""

import contextlib
import re
import socket
from collections.abc import Iterator

import pytest

from answerable.egress import EgressPolicy, mailbox
from answerable.egress.errors import Blocked, MailboxFailed
from answerable.egress.mailbox import MailboxAddress, Sealing, read_mailbox
from tests.battery.loopback import LoopbackServer

LOOPBACK = EgressPolicy(allow_loopback=True, any_port=True)
MAILS = {
    5: b"Subject: a\r\n\r\nfirst\r\n",
    9: b"Subject: b\r\n\r\nsecond\r\n",
    12: b"Subject: c\r\n\r\nthird\r\n",
}


class Imap(LoopbackServer):
    """Enough of RFC 3501 for one reader."""

    def _serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError), connection.makefile("rwb") as stream:
            stream.write(b"* OK ready\r\n")
            stream.flush()
            for line in stream:
                self.asked.append(line.rstrip())
                tag, _, command = line.strip().partition(b" ")
                for told in self.replies(command.decode(errors="replace")):
                    stream.write(told)
                stream.write(tag + b" OK done\r\n")
                stream.flush()
                if command.upper() == b"LOGOUT":
                    return

    def replies(self, command: str) -> Iterator[bytes]:
        upper = command.upper()
        if upper.startswith("CAPABILITY"):
            yield b"* CAPABILITY IMAP4rev1\r\n"
        elif upper.startswith(("SELECT", "EXAMINE")):
            yield b"* 3 EXISTS\r\n"
        elif upper.startswith("LOGOUT"):
            yield b"* BYE\r\n"
        elif upper.startswith("STATUS"):
            yield b'* STATUS "INBOX" (UIDVALIDITY 77)\r\n'
        elif upper.startswith("UID SEARCH"):
            first = int(re.search(r"UID (\d+):\*", upper)[1])  # type: ignore[index]
            found = [uid for uid in MAILS if uid >= first] or [max(MAILS)]
            yield b"* SEARCH " + " ".join(map(str, found)).encode() + b"\r\n"
        elif upper.startswith("UID FETCH"):
            uid = int(command.split()[2])
            mail = MAILS[uid]
            if "RFC822.SIZE" in upper:
                yield b"* 1 FETCH (UID %d RFC822.SIZE %d)\r\n" % (uid, len(mail))
            else:
                yield b"* 1 FETCH (UID %d BODY[] {%d}\r\n" % (uid, len(mail)) + mail + b")\r\n"


@pytest.fixture
def server() -> Iterator[Imap]:
    with Imap() as running:
        yield running


def address(server: Imap) -> MailboxAddress:
    return MailboxAddress("127.0.0.1", "office", "secret", server.port, sealing=Sealing.NONE)


def test_only_mails_behind_the_last_one_come_and_none_is_marked(server: Imap) -> None:
    got = read_mailbox(address(server), after_uid=5, policy=LOOPBACK)
    assert [mail.uid for mail in got.mails] == [9, 12]
    assert got.mails[0].body == MAILS[9]
    assert got.uid_validity == 77
    assert not any(b"BODY[]" in line or b"STORE" in line for line in server.asked)


def test_nothing_new_is_nothing(server: Imap) -> None:
    assert read_mailbox(address(server), after_uid=12, policy=LOOPBACK).mails == ()


def test_a_mail_over_the_size_is_left_out_and_named(server: Imap, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailbox, "MOST_BYTES", len(MAILS[9]) - 1)
    got = read_mailbox(address(server), after_uid=0, policy=LOOPBACK)
    assert [mail.uid for mail in got.mails] == [12, 5][::-1]
    assert got.too_large == (9,)


def test_a_server_inside_is_not_reached(server: Imap) -> None:
    with pytest.raises(Blocked):
        read_mailbox(
            MailboxAddress("127.0.0.1", "u", "p", server.port),
            after_uid=0,
            policy=EgressPolicy(any_port=True),
        )
    assert server.connections == 0


def test_an_unsealed_connection_is_for_this_machine_only() -> None:
    with pytest.raises(MailboxFailed):
        read_mailbox(
            MailboxAddress("mail.example.org", "u", "p", sealing=Sealing.NONE),
            after_uid=0,
            policy=EgressPolicy(),
        )


def test_a_server_that_seals_nothing_is_told_as_a_failure(server: Imap) -> None:
    with pytest.raises(MailboxFailed):
        read_mailbox(MailboxAddress("127.0.0.1", "u", "p", server.port), after_uid=0, policy=LOOPBACK)
