"""Turns the entries of any document into items: identity, believable dates, plain text, no repeats, a cap."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from answerable.listening.sources.kinds.dates import clamp
from answerable.listening.sources.kinds.exchange import Memory, Outcome, Reading, ReadItem, Refused
from answerable.listening.sources.kinds.language import language_of
from answerable.listening.sources.kinds.links import stored_link
from answerable.listening.sources.kinds.plain_text import one_line, plain_text

#: Entries taken of one document (trust design §6.2); a busy wire has 200.
MOST_ITEMS = 500
LONGEST_TITLE = 1000
#: Bytes of UTF-8; the gate cuts again, this only spares work.
LONGEST_TEXT = 64 * 1024
#: Entries remembered to notice a feed that renames them at each visit.
REMEMBERED = 200
#: So many known entries must have come back under a new name before we stop trusting names.
RENAMED = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as the document has it: `name` is its guid or id, `title` and `text` may be HTML."""

    name: str = ""
    title: str = ""
    text: str = ""
    link: str = ""
    published_at: datetime | None = None
    language: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What all entries of a document share."""

    at: datetime
    origin: str = ""
    language: str = ""


def key_of(*parts: str) -> str:
    """Give an identity of 64 hex digits; the parts are kept apart by a character that text cannot hold."""
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "replace")).hexdigest()


def gather(
    entries: Iterable[Entry],
    context: Context,
    memory: Memory,
    *,
    title: str = "",
    notes: Iterable[str] = (),
    most: int = MOST_ITEMS,
) -> Reading:
    """Make the Reading of a document from its entries."""
    taken, refused = _taken(entries, context, most)
    seen = {_likeness(item): key_of(name)[:16] for name, item in taken if name}
    unstable = bool(memory.get("guid_unstable")) or _renamed(seen, memory.get("names", {})) >= RENAMED
    identity = _Identity(taken, trust_names=not unstable)
    items: dict[str, ReadItem] = {}
    moved = False
    for name, item in taken:
        key = identity.of(name, item)
        date, was_moved = clamp(item.published_at, context.at)
        moved = moved or was_moved
        if key in items and (name or item.link):
            refused.append(Refused("twice", part=item.title[:80]))
            continue
        while key in items:  # without a name and a link, two alike may still be two notices
            key = key_of("again", key)
        items[key] = ReadItem(key, item.title, item.text, item.link, date, item.language)
    kept = {**memory, "names": dict(list(seen.items())[:REMEMBERED]), "guid_unstable": unstable}
    said = [*notes, *(["guid_unstable"] if unstable else []), *(["clamped_dates"] if moved else [])]
    return Reading(
        Outcome.READ, tuple(items.values()), tuple(refused), kept, tuple(said), title=one_line(title)[:200]
    )


def _taken(
    entries: Iterable[Entry], context: Context, most: int
) -> tuple[list[tuple[str, ReadItem]], list[Refused]]:
    taken: list[tuple[str, ReadItem]] = []
    refused: list[Refused] = []
    for number, entry in enumerate(entries):
        if number >= most:
            refused.append(Refused("over_the_cap", {"most": most}))
            break
        # A guid that only repeats the link says nothing that the link does not.
        name = "" if entry.name == entry.link else entry.name
        taken.append((name, _plain(entry, context)))
    return taken, refused


def _plain(entry: Entry, context: Context) -> ReadItem:
    title = one_line(entry.title)[:LONGEST_TITLE]
    text = plain_text(entry.text[: LONGEST_TEXT * 8])[:LONGEST_TEXT]
    link = stored_link(entry.link, entry.origin or context.origin)
    language = language_of(entry.language or context.language, f"{title} {text}")
    return ReadItem("", title, text, link, entry.published_at, language)


def _likeness(item: ReadItem) -> str:
    return key_of(item.link, item.title)[:16]


def _renamed(seen: Mapping[str, str], before: Mapping[str, str]) -> int:
    return sum(1 for likeness, name in seen.items() if before.get(likeness, name) != name)


class _Identity:
    """Tells the entries of one document apart: by name, else by link, else by link and title, else by text.

    A name or a link that several different entries share is none, so that nothing is dropped for it.
    """

    def __init__(self, taken: Sequence[tuple[str, ReadItem]], *, trust_names: bool) -> None:
        self.trust_names = trust_names
        self.names = _meanings((name, item) for name, item in taken)
        self.links = _meanings((item.link, item) for _name, item in taken)

    def of(self, name: str, item: ReadItem) -> str:
        """Give an entry's key."""
        if name and self.trust_names and self.names[name] == 1:
            return key_of("name", name)
        if item.link and self.links[item.link] == 1:
            return key_of("link", item.link)
        if item.link or item.title:
            return key_of("link+title", item.link, item.title)
        return key_of("text", item.text)


def _meanings(named: Iterable[tuple[str, ReadItem]]) -> Counter[str]:
    """Count how many different entries go by each name."""
    pairs = {(name, item.link, item.title) for name, item in named}
    return Counter(name for name, _link, _title in pairs)
