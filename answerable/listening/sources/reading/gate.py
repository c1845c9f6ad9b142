"""The one gate: every string that may be stored is cut, cleaned and masked here, and nowhere else."""

import re
from collections import Counter
from collections.abc import Iterable

from answerable.kernel.personal_data import mask
from answerable.listening.sources.kinds.exchange import Reading, ReadItem

#: Bytes of UTF-8 that one item's text may have (trust design §6.2).
LONGEST_TEXT = 64 * 1024
LONGEST_TITLE = 1000
#: C0 and C1 controls but tab and newline, lone surrogates, non-characters, and marks that turn the reading order.
UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff\u202a-\u202e\u2066-\u2069]"
)


def clean(text: str) -> str:
    """Take out what no database, page or export should hold."""
    return UNWANTED.sub("", text)


def cut(text: str, most_bytes: int) -> str:
    """Shorten to a number of UTF-8 bytes without cutting a character."""
    encoded = text.encode()
    if len(encoded) <= most_bytes:
        return text
    return encoded[:most_bytes].decode(errors="ignore")


def through_the_gate(reading: Reading) -> Reading:
    """Give the reading as it may be stored, with the counts of what was masked."""
    counts: Counter[str] = Counter()
    items = tuple(_item(item, counts) for item in reading.items)
    title = clean(reading.title)[:200]
    notes = tuple(dict.fromkeys([*reading.notes, *_cut_notes(reading.items)]))
    return Reading(
        reading.outcome,
        items,
        reading.refused,
        reading.memory,
        notes,
        reading.retry_after_s,
        mask(title).text,
        dict(counts),
    )


def _item(item: ReadItem, counts: Counter[str]) -> ReadItem:
    title = mask(cut(clean(item.title), LONGEST_TITLE * 4)[:LONGEST_TITLE])
    text = mask(cut(clean(item.text), LONGEST_TEXT))
    counts.update(title.counts)
    counts.update(text.counts)
    return ReadItem(
        item.key, title.text, text.text, clean(item.link), item.published_at, clean(item.language)[:20]
    )


def _cut_notes(items: Iterable[ReadItem]) -> list[str]:
    return ["truncated"] if any(len(clean(item.text).encode()) > LONGEST_TEXT for item in items) else []
