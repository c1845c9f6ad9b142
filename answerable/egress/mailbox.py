"""Reads the body's own feedback inbox over IMAP, inside the wall and its limits."""

import contextlib
import imaplib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

import imap_tools
from imap_tools.errors import ImapToolsError

from answerable.egress import wall
from answerable.egress.errors import MailboxFailed, TooSlow, gettext_noop
from answerable.egress.policy import EgressPolicy
from answerable.kernel.clock import monotonic

IMAP_PORTS = frozenset({143, 993})
#: Mails of one poll; the rest comes at the next.
MOST_MAILS = 100
MOST_BYTES = 5 * 1024 * 1024
TOTAL_S = 60.0
READ_S = 10.0
SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


class Sealing(StrEnum):
    """How the connection is sealed. `NONE` is for tests on loopback and is refused elsewhere."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MailboxAddress:
    """Where the inbox is and who may open it."""

    host: str
    user: str
    password: str
    port: int = 993
    folder: str = "INBOX"
    sealing: Sealing = Sealing.TLS


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail as raw bytes; `uid` grows within a folder."""

    uid: int
    body: bytes


@dataclass(frozen=True, slots=True)
class MailboxAnswer:
    """New mails, oldest first. `uid_validity` changed means that old uids mean nothing any more.

    `too_large`: uids of mails that were left out for their size.
    """

    uid_validity: int
    mails: tuple[Mail, ...]
    too_large: tuple[int, ...]


def read_mailbox(address: MailboxAddress, *, after_uid: int, policy: EgressPolicy) -> MailboxAnswer:
    """Give the mails behind a uid, marking nothing as seen. Raises Blocked, TooSlow or MailboxFailed."""
    if address.sealing is Sealing.NONE and not policy.allow_loopback:
        raise MailboxFailed(why=gettext_noop("the connection would not be sealed"))
    wall.forget_proxies()
    deadline = monotonic() + TOTAL_S
    with wall.standing(replace(policy, ports=policy.ports | IMAP_PORTS)) as refused:
        try:
            box = _open(address)
            try:
                box.login(address.user, address.password, initial_folder=address.folder)
                return _read(box, address.folder, after_uid, deadline)
            finally:
                # Mails that were read are not lost over a server that says good-bye badly.
                with contextlib.suppress(ImapToolsError, imaplib.IMAP4.error, OSError):
                    box.logout()
        except TimeoutError:
            raise TooSlow(host=address.host, seconds=int(READ_S)) from None
        except (ImapToolsError, imaplib.IMAP4.error, OSError, ValueError) as error:
            if refused:
                raise refused[0] from None
            raise MailboxFailed(why=type(error).__name__) from None


def _open(address: MailboxAddress) -> imap_tools.BaseMailBox:
    sorts: dict[Sealing, Callable[..., imap_tools.BaseMailBox]] = {
        Sealing.TLS: imap_tools.MailBox,
        Sealing.STARTTLS: imap_tools.MailBoxStartTls,
        Sealing.NONE: imap_tools.MailBoxUnencrypted,
    }
    return sorts[address.sealing](address.host, address.port, timeout=READ_S)


def _read(box: imap_tools.BaseMailBox, folder: str, after_uid: int, deadline: float) -> MailboxAnswer:
    validity = int(box.folder.status(folder, ["UIDVALIDITY"])["UIDVALIDITY"])
    # "n:*" always names the last mail, also when its uid is smaller than n.
    uids = sorted(uid for uid in map(int, box.uids(f"UID {after_uid + 1}:*")) if uid > after_uid)
    mails, too_large = [], []
    for uid in uids[:MOST_MAILS]:
        if monotonic() > deadline:
            break
        if _size(box, uid) > MOST_BYTES:
            too_large.append(uid)
            continue
        mails.append(Mail(uid, _part(box, uid, "(BODY.PEEK[])")))
    return MailboxAnswer(validity, tuple(mails), tuple(too_large))


def _size(box: imap_tools.BaseMailBox, uid: int) -> int:
    _status, told = box.client.uid("FETCH", str(uid), "(RFC822.SIZE)")
    found = SIZE.search(b" ".join(piece for piece in told if isinstance(piece, bytes)))
    return int(found[1]) if found else MOST_BYTES + 1


def _part(box: imap_tools.BaseMailBox, uid: int, wanted: str) -> bytes:
    _status, told = box.client.uid("FETCH", str(uid), wanted)
    for piece in told:
        if isinstance(piece, tuple):
            return bytes(piece[1])
    raise ValueError("a mail without a body")
