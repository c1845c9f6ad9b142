"""Finished pages kept in memory: one edition at a time, for a short while, within a limit of bytes."""

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from answerable.response.answers_site.press.sheet import Sheet

#: A page made so long ago (seconds) is made anew although no answer changed: a case may have been closed since.
FRESH_S = 20.0
#: Bytes of finished pages kept by one process: a thousand answers.
MOST_KEPT = 16_000_000


@dataclass
class Memory:
    """Finished pages by name and parts, of one edition; any publication empties it."""

    edition: str = ""
    size: int = 0
    pages: "OrderedDict[tuple[object, ...], tuple[float, Sheet]]" = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def get(self, edition: str, key: tuple[object, ...], *, now: float) -> Sheet | None:
        """Give a page of this edition that is still fresh."""
        with self.lock:
            if edition != self.edition:
                self.empty()
                self.edition = edition
            kept = self.pages.get(key)
        return kept[1] if kept and now - kept[0] < FRESH_S else None

    def put(self, edition: str, key: tuple[object, ...], sheet: Sheet, *, now: float) -> None:
        """Keep a page of the edition in force; the oldest make place for it."""
        with self.lock:
            if edition != self.edition:
                return
            old = self.pages.pop(key, None)
            self.size += len(sheet.body) - (len(old[1].body) if old else 0)
            self.pages[key] = (now, sheet)
            while self.size > MOST_KEPT:
                _key, (_at, gone) = self.pages.popitem(last=False)
                self.size -= len(gone.body)

    def empty(self) -> None:
        """Forget everything."""
        self.pages.clear()
        self.size = 0
        self.edition = ""
