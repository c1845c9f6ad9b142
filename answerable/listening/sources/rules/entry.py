"""What a kind gives, as the decisions of this room see it: `kinds` fits these shapes."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol


class Entry(Protocol):
    """One published text as it was read: see `kinds.exchange.ReadItem`."""

    @property
    def key(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def link(self) -> str: ...
    @property
    def published_at(self) -> datetime | None: ...
    @property
    def language(self) -> str: ...


class Part(Protocol):
    """Something that was not taken: see `kinds.exchange.Refused`."""

    @property
    def code(self) -> str: ...
    @property
    def details(self) -> Mapping[str, str | int]: ...


class Read(StrEnum):
    """How a document ended; the same words as `kinds.exchange.Outcome`, which a test holds."""

    READ = "read"
    UNCHANGED = "unchanged"
    GONE = "gone"
    REFUSED = "refused"


class Document(Protocol):
    """What one document gave: see `kinds.exchange.Reading`."""

    @property
    def outcome(self) -> StrEnum: ...
    @property
    def items(self) -> Sequence[Any]: ...
    @property
    def refused(self) -> Sequence[Part]: ...
    @property
    def memory(self) -> Mapping[str, Any]: ...
    @property
    def notes(self) -> Sequence[str]: ...
