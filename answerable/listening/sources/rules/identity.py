"""When two entries are the same text: by key, by link and content, or by link alone where keys cannot be trusted."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from answerable.listening.sources.rules.entry import Entry

#: After so many known texts under new keys a source's keys are not believed any more: its links are its keys.
UNSTABLE = 3
#: New items of one source in one hour; the rest waits for the next poll. A reading has at most 500 (egress limits),
#: and no paper that we know of publishes a tenth of this.
MOST_NEW_AN_HOUR = 600


def content_hash(title: str, text: str) -> str:
    """Give the fingerprint of what an item says; spaces do not count."""
    words = "\\n".join(" ".join(part.split()) for part in (title, text))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Known:
    """What is stored of an item, as far as sorting needs it."""

    id: int
    key: str
    link: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A known item that says something else now; `new_key` when it also came under another key."""

    known: Known
    entry: Entry
    new_key: str = ""


@dataclass(slots=True)
class Sorted:
    """Entries of one reading against what is stored: new, edited, known; and those under a new key."""

    new: list[Entry] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    rekeyed: dict[int, str] = field(default_factory=dict)
    known: int = 0


class Shelf:
    """What is stored of one source, found by key and by link."""

    def __init__(self, rows: Iterable[Known], present: Iterable[str], *, by_link_alone: bool) -> None:
        self._by_key: dict[str, Known] = {}
        self._by_link: dict[str, list[Known]] = {}
        self._present = frozenset(present)
        self._by_link_alone = by_link_alone
        for row in rows:
            self._by_key[row.key] = row
            if row.link:
                self._by_link.setdefault(row.link, []).append(row)

    def find(self, entry: Entry, fingerprint: str) -> Known | None:
        """Find the stored item that an entry repeats or edits."""
        by_key = self._by_key.get(entry.key)
        if by_key is not None or not entry.link:
            return by_key
        others = self._by_link.get(entry.link, [])
        for other in others:
            if other.content_hash == fingerprint:
                return other
        alone = len(others) == 1 and self._by_link_alone and others[0].key not in self._present
        return others[0] if alone else None

    def is_rekeyed(self, entry: Entry, found: Known) -> bool:
        """Say whether the item came back under a new key; a twin whose old key is still there did not."""
        return entry.key != found.key and found.key not in self._present


def sort_entries(entries: Sequence[Entry], rows: Iterable[Known], *, by_link_alone: bool) -> Sorted:
    """Sort the entries of one reading into new, edited and known ones. Never looks at other sources."""
    shelf = Shelf(rows, (entry.key for entry in entries), by_link_alone=by_link_alone)
    result, seen = Sorted(), set()
    for entry in entries:
        fingerprint = content_hash(entry.title, entry.text)
        if entry.key in seen:
            continue
        seen.add(entry.key)
        found = shelf.find(entry, fingerprint)
        if found is None:
            result.new.append(entry)
            continue
        new_key = entry.key if shelf.is_rekeyed(entry, found) else ""
        if new_key:
            result.rekeyed[found.id] = new_key
        if found.content_hash == fingerprint:
            result.known += 1
        elif entry.key == found.key or new_key:
            result.edits.append(Edit(found, entry, new_key))
    return result


def newest_first(entries: Sequence[Entry], limit: int) -> tuple[list[Entry], int]:
    """Keep the newest `limit` entries in their own order; say how many were held back."""
    if len(entries) <= limit:
        return list(entries), 0
    by_age = sorted(range(len(entries)), key=lambda place: _age(place, entries[place]))
    chosen = set(by_age[:limit])
    return [entry for place, entry in enumerate(entries) if place in chosen], len(entries) - limit


def _age(place: int, entry: Entry) -> tuple[bool, float]:
    """Order dated entries first, the newest in front; the others as the document has them."""
    if entry.published_at is None:
        return (True, place)
    return (False, -entry.published_at.timestamp())
