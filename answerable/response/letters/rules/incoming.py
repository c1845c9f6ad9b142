"""Reads one mail of the public: its words and files, and whether a machine sent it. The bytes come from anywhere."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime

from answerable.response.letters.rules.attachments import MOST_BYTES, Piece
from answerable.response.letters.rules.matter import MOST_TEXT, cleaned, one_line
from answerable.response.letters.rules.plain_mail import plain_of_html, without_quotes

#: Parts of one mail that are looked at; a mail nested deeper or wider is an attack or a broken machine.
MOST_PARTS = 60
#: "Subject", "From" and the like: without any of them it is no mail.
HEADER = re.compile(rb"^[A-Za-z][A-Za-z0-9-]{0,60}:[ \t]?[^\r\n]*\r?\n", re.MULTILINE)
#: Senders that no person reads (RFC 3834 §2; RFC 5321 §4.5.5 for the empty return path).
MACHINES = re.compile(
    r"^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|listserv|majordomo)(?:[+.-][^@]*)?@",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"[^\s@<>\"',;:]{1,64}@[^\s@<>\"',;:]{1,255}")
#: Subjects of automatic replies whose machine sets no header.
AUTOMATIC = re.compile(
    r"^(?:auto(?:matic)?[ -]?(?:reply|response)|out of (?:the )?office|自动回复|自動回覆|休假回复|外出自动|"
    r"undeliver(?:ed|able)|delivery (?:status|failure)|mail delivery|returned mail|退信|系统退信|投递失败)",
    re.IGNORECASE,
)


class NotAMail(ValueError):
    """These bytes are no mail."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A mail as it is taken in. `machine` says by what it was recognised that no person wrote it."""

    outside_key: str
    sender: str
    name: str
    subject: str
    text: str
    sent_at: datetime | None
    machine: str = ""
    pieces: tuple[Piece, ...] = field(default=())


def read_mail(body: bytes, *, own: str = "") -> Incoming:
    """Read a mail; `own` is the address of our own mailbox, whose mails are a loop. Raises NotAMail."""
    if not HEADER.search(body[:65536]):
        raise NotAMail
    mail = message_from_bytes(body, policy=policy.default)
    sender, name = _sender(mail)
    return Incoming(
        outside_key=_key(mail, body),
        sender=sender,
        name=name,
        subject=one_line(_header(mail, "subject"))[:500],
        text=_text(mail)[:MOST_TEXT],
        sent_at=_date(mail),
        machine=_machine(mail, sender, own),
        pieces=tuple(_pieces(mail)),
    )


def _header(mail: EmailMessage, name: str) -> str:
    """Give a header; the parser of the standard library gives up on some."""
    try:
        return str(mail.get(name, ""))
    except (ValueError, LookupError, AttributeError, TypeError):
        return ""


def _key(mail: EmailMessage, body: bytes) -> str:
    named = _header(mail, "message-id").strip()
    return hashlib.sha256(b"mail:" + (named.encode("utf-8", "replace") or body)).hexdigest()


def _sender(mail: EmailMessage) -> tuple[str, str]:
    """Give the address to answer to and the name beside it: From, for Reply-To may lead elsewhere."""
    for name, address in getaddresses([one_line(_header(mail, "from"))])[:1]:
        if ADDRESS.fullmatch(address) and address.isprintable():
            return address[:254], one_line(name)[:100]
    return "", ""


def _date(mail: EmailMessage) -> datetime | None:
    try:
        at = parsedate_to_datetime(_header(mail, "date"))
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _machine(mail: EmailMessage, sender: str, own: str) -> str:
    """Say by what a machine's mail was recognised: RFC 3834, RFC 3464, and what machines do in fact."""
    submitted = _header(mail, "auto-submitted").strip().lower()
    found = {
        "auto_submitted": bool(submitted) and not submitted.startswith("no"),
        "auto_reply": any(
            _header(mail, name) for name in ("x-autoreply", "x-autorespond", "x-auto-response-suppress")
        ),
        "bulk": _header(mail, "precedence").strip().lower() in ("bulk", "junk", "list", "auto_reply"),
        "list": bool(_header(mail, "list-id") or _header(mail, "list-unsubscribe")),
        "bounce": _header(mail, "return-path").strip() == "<>" or _is_report(mail),
        "no_reader": bool(MACHINES.match(sender)),
        "loop": bool(own) and sender.casefold() == own.casefold(),
        "subject": bool(AUTOMATIC.match(_header(mail, "subject").strip())),
        "no_sender": not sender,
    }
    return next((reason for reason, holds in found.items() if holds), "")


def _is_report(mail: EmailMessage) -> bool:
    return mail.get_content_type() in ("multipart/report", "message/delivery-status")


def _parts(mail: EmailMessage) -> Iterator[EmailMessage]:
    for place, part in enumerate(mail.walk()):
        if place >= MOST_PARTS:
            return
        if not part.is_multipart():
            yield part


def _file_name(part: EmailMessage) -> str:
    try:
        return part.get_filename() or ""
    except (ValueError, LookupError, AttributeError, TypeError):
        return "file"


def _is_file(part: EmailMessage) -> bool:
    kept_apart = _header(part, "content-disposition").strip().lower().startswith("attachment")
    return kept_apart or bool(_file_name(part)) or part.get_content_maintype() != "text"


def _bytes(part: EmailMessage) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AttributeError, TypeError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def _text(mail: EmailMessage) -> str:
    """Give the words: the plain part, or what a reader of the HTML part sees."""
    parts = [part for part in _parts(mail) if not _is_file(part)]
    for wanted in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == wanted:
                text = _decoded(part)
                text = plain_of_html(text) if wanted == "text/html" else text
                return cleaned(without_quotes(text))
    return ""


def _decoded(part: EmailMessage) -> str:
    payload = _bytes(part)
    named = part.get_content_charset() or ""
    # GB 2312 and GBK are read as their superset: senders name the old one and use the new one's signs.
    named = "gb18030" if named.lower() in ("gb2312", "gbk", "x-gbk", "cp936") else named
    for charset in (named, "utf-8", "gb18030"):
        try:
            return payload.decode(charset) if charset else payload.decode("ascii")
        except (UnicodeDecodeError, LookupError):
            continue
    return payload.decode("utf-8", "replace")


def _pieces(mail: EmailMessage) -> Iterator[Piece]:
    for part in _parts(mail):
        if _is_file(part):
            body = _bytes(part)
            kept = body if len(body) <= MOST_BYTES else b""
            yield Piece(_file_name(part) or part.get_content_type().replace("/", "."), kept, len(body))
