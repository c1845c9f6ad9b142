"""The vocabulary of a source kind: what it wants, what comes back, what it read. Plain values only."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from answerable.listening.sources.kinds.reasons import REASONS

#: What a source remembers between polls: plain JSON. Kinds read and write it, nobody else needs to look inside.
Memory = Mapping[str, Any]


class Way(StrEnum):
    """How a wanted document is got."""

    HTTP = "http"
    MAILBOX = "mailbox"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One document that a kind asks for. `is_page`: robots.txt must allow it first (feeds are meant for machines)."""

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    way: Way = Way.HTTP
    is_page: bool = False


class Answer(Protocol):
    """What a kind reads; `egress.Answer` and `Document` both fit."""

    @property
    def status(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def body(self) -> bytes: ...
    @property
    def final_url(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Document:
    """A document that did not come over HTTP: a file, a mail, a webhook's body. Header names are lower-case."""

    body: bytes
    final_url: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = 200


@dataclass(frozen=True, slots=True)
class ReadItem:
    """One published text as it may be stored. Closed on purpose: no author, account name or picture, ever.

    `key` is the item's identity inside its source (64 hex digits). `title` and `text` are plain text, masked.
    `published_at` is aware and lies in [at - 10 years, at], or None when the source does not say.
    """

    key: str
    title: str
    text: str
    link: str
    published_at: datetime | None
    language: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that was not taken: the whole document (`part` empty) or one row or entry of it."""

    code: str
    details: Mapping[str, str | int] = field(default_factory=dict)
    part: str = ""

    @property
    def sentence(self) -> str:
        """The reason in English."""
        return REASONS[self.code] % dict(self.details)

    def in_words_of(self, translate: Callable[[str], str]) -> str:
        """The reason in another language; `translate` is the page's gettext."""
        return translate(REASONS[self.code]) % dict(self.details)


class Outcome(StrEnum):
    """How one document ended. Never an exception."""

    READ = "read"
    UNCHANGED = "unchanged"
    GONE = "gone"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document gave.

    `outcome` REFUSED: `refused[0]` says why and there are no items. READ may still carry refused parts.
    `memory` replaces the source's memory, also after a refusal. `notes` are codes of REASONS worth showing
    ("truncated", "guid_unstable", "summaries_only", ...). `retry_after_s` is what the server asked for.
    `masked` counts what personal strings were masked, by kind of string.
    """

    outcome: Outcome
    items: Sequence[ReadItem] = ()
    refused: Sequence[Refused] = ()
    memory: Memory = field(default_factory=dict)
    notes: Sequence[str] = ()
    retry_after_s: int | None = None
    title: str = ""
    masked: Mapping[str, int] = field(default_factory=dict)


class Kind(Protocol):
    """A source kind: one folder, one line in KINDS, no network, no clock, no disk."""

    key: str
    #: English msgid; pages translate it.
    name: str
    #: One sentence for the form, English msgid.
    explanation: str
    #: A frozen dataclass; its fields carry `metadata={"label": msgid, "help": msgid}` for building a form.
    settings_type: type[Any]
    #: Polled kinds are asked for `requests`; a webhook or a hand-given file only reads.
    is_polled: bool
    #: Open tags the linear pre-scan lets through.
    most_tags: int

    def requests(self, settings: Any, memory: Memory, at: datetime) -> list[Wanted]:
        """Say what to get at this poll."""
        ...

    def read(self, answer: Answer, settings: Any, memory: Memory, at: datetime) -> Reading:
        """Read one document. Runs in the limited child; see `reading.read_document`."""
        ...


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that discovery proposes: which kind, under which title, and why it was found."""

    url: str
    kind: str
    title: str
    found_by: str
