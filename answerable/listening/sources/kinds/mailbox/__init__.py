"""The body's own feedback inbox: each mail one item, without who sent it."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

from answerable.listening.sources.kinds.dates import read_date
from answerable.listening.sources.kinds.decoding import decode
from answerable.listening.sources.kinds.entries import Context, Entry, gather
from answerable.listening.sources.kinds.exchange import Answer, Memory, Reading, Wanted, Way
from answerable.listening.sources.kinds.markup import MOST_TAGS, clean_characters
from answerable.listening.sources.kinds.plain_text import escaped
from answerable.listening.sources.kinds.reasons import gettext_noop
from answerable.listening.sources.kinds.refusal import NotReadable

#: Below this line stands who wrote (RFC 3676 §4.3), and what was answered to.
SIGNATURE = re.compile(
    r"^(?:-- ?|_{10,}|-{3,} ?(?:Original Message|原始邮件|转发邮件).*)$", re.MULTILINE | re.IGNORECASE
)
QUOTED = re.compile(r"^>.*\n?", re.MULTILINE)
#: "Subject", "From" and the like: without any of them it is no mail.
HEADER = re.compile(rb"^[A-Za-z][A-Za-z0-9-]{0,60}:[ \t]?[^\r\n]*\r?\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class MailboxSettings:
    """Where the inbox is. The password is kept apart, sealed, under the name `password`."""

    host: str = field(default="", metadata={"label": gettext_noop("server"), "help": ""})
    user: str = field(default="", metadata={"label": gettext_noop("user name"), "help": ""})
    password: str = field(
        default="", metadata={"label": gettext_noop("password"), "help": "", "secret": True}
    )
    port: int = field(
        default=993, metadata={"label": gettext_noop("port"), "help": gettext_noop("993 for TLS.")}
    )
    folder: str = field(default="INBOX", metadata={"label": gettext_noop("folder"), "help": ""})


class Mailbox:
    """An inbox read over IMAP."""

    key = "mailbox"
    name = gettext_noop("Mailbox")
    explanation = gettext_noop("The body's own feedback inbox. Senders are not kept.")
    settings_type = MailboxSettings
    is_polled = True
    most_tags = MOST_TAGS

    def requests(self, settings: MailboxSettings, memory: Memory, at: datetime) -> list[Wanted]:
        """Ask for the mails behind the last one that was read."""
        address = f"imaps://{settings.host}:{settings.port}/{settings.folder}"
        return [Wanted(address, {"after-uid": str(memory.get("uid", 0))}, way=Way.MAILBOX)]

    def read(self, answer: Answer, settings: MailboxSettings, memory: Memory, at: datetime) -> Reading:
        """Read one mail; `answer.headers["uid"]` is its number in the folder."""
        if not HEADER.search(answer.body[:65536]):
            raise NotReadable("not_a_mail")
        mail = message_from_bytes(answer.body, policy=policy.default)
        uid = answer.headers.get("uid", "")
        entry = Entry(
            name=_header(mail, "message-id") or uid,
            title=escaped(_header(mail, "subject")),
            text=_text(mail),
            published_at=read_date(_header(mail, "date")),
        )
        reached = max(int(memory.get("uid", 0)), int(uid) if uid.isdigit() else 0)
        return gather([entry], Context(at), {**memory, "uid": reached})


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return str(mail.get(name, ""))
    except (ValueError, LookupError, IndexError, AttributeError, TypeError):
        return ""  # the header parser of the standard library gives up on some


def _text(mail: EmailMessage) -> str:
    parts = [part for part in mail.walk() if not part.is_multipart() and not part.get_filename()]
    for wanted in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == wanted:
                text = _decoded(part)
                return _without_people(text) if wanted == "text/plain" else text
    return ""


def _decoded(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    text, _odd = decode(payload, f"charset={part.get_content_charset() or ''}")
    return clean_characters(text)


def _without_people(text: str) -> str:
    """Cut signatures and quotations off a plain text."""
    text = text.replace("\r\n", "\n")
    signature = SIGNATURE.search(text)
    if signature is not None:
        text = text[: signature.start()]
    return escaped(QUOTED.sub("", text))


MAILBOX = Mailbox()
