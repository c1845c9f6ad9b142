"""The remembered counts of all series, side by side, newest interval last.

Two memories: a short one of what was seen (for the windows) and a long one of what may be learnt from (for the
baseline). They differ where learning from the count would mislead: in a gap, right after it, in an outbreak.
"""

import base64
import zlib
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from storystream.early_warning.settings import Settings

Floats = NDArray[np.float32]

#: Each memory is held in a strip of twice its length, so that it moves back only once in a length.
STRIPS: Final = ("seen", "covered", "learnt", "learnable")
#: Rows to begin with; doubled when full.
FIRST_ROWS: Final = 64


class Board:
    """Counts and exposures, series x interval, for the last intervals up to `tick`."""

    def __init__(self, settings: Settings) -> None:
        """An empty board for this length of interval."""
        self.longest = max(settings.windows)
        self.length = settings.memory
        self.tick: int | None = None
        self.names: list[str] = []
        self.rows: dict[str, int] = {}
        #: Intervals since the first one ever, at most `length`.
        self.age = 0
        self._end = self.length
        self._strips = {strip: np.zeros((FIRST_ROWS, 2 * self.length), np.float32) for strip in STRIPS}
        #: Intervals just before the newest that nothing was fetched in: it may bring their items too.
        self.missed = np.zeros(FIRST_ROWS, np.float32)
        self.open = np.zeros(FIRST_ROWS, np.bool_)
        #: Intervals since the last outbreak ended: a new look must not reach back into it.
        self.since = np.zeros(FIRST_ROWS, np.float32)

    def __len__(self) -> int:
        """The number of series."""
        return len(self.names)

    def strip(self, name: str, back: int, until: int = 0) -> Floats:
        """The last `back` intervals of all series, without the newest `until`; a view that may be written."""
        return self._strips[name][: len(self), self._end - back : self._end - until]

    def add(self, names: list[str], *, silent_before: bool) -> None:
        """Rows for new series; before their first count they were silent (0 items) or not looked at."""
        first = len(self)
        while first + len(names) > len(self.missed):
            self._double()
        for row, name in enumerate(names, first):
            self.rows[name] = row
            self.names.append(name)
        fresh = slice(first, len(self))
        self.missed[fresh] = 0.0
        self.since[fresh] = self.length
        self.open[fresh] = False
        for strip in STRIPS:
            self._strips[strip][fresh] = 0.0
            if silent_before and strip in ("covered", "learnable"):
                self._strips[strip][fresh, self._end - self.age : self._end] = 1.0

    def advance(self, *, silent: bool, owing: float) -> None:
        """Opens the next interval: silent so far, or not looked at so far.

        Whoever was not looked at before it may now catch up, each missed interval worth `owing` of this one.
        """
        number = len(self)
        if self.tick is not None and self.age:
            missed = self.strip("covered", 1)[:, 0] <= 0.0
            self.missed[:number] = np.where(missed, np.minimum(self.missed[:number] + 1, self.length), 0)
        self.since[:number] = np.minimum(self.since[:number] + 1, self.length)
        if self._end == 2 * self.length:
            for strip in self._strips.values():
                strip[:, : self.length] = strip[:, self.length :]
            self._end = self.length
        for strip in self._strips.values():
            strip[:, self._end] = 0.0
        self._end += 1
        self.age = min(self.age + 1, self.length)
        self.tick = 0 if self.tick is None else self.tick + 1
        if silent:
            rows = np.arange(number)
            self.enter(rows, np.zeros(number, np.float32), np.ones(number, np.float32), owing=owing)

    def enter(self, rows: NDArray[np.int64], seen: Floats, exposures: Floats, *, owing: float) -> None:
        """Writes the newest interval of these rows; after a gap it is not learnt from."""
        looked = exposures > 0.0
        caught_up = self.missed[rows] > 0
        self.strip("seen", 1)[rows, 0] = np.where(looked, seen, 0.0)
        self.strip("covered", 1)[rows, 0] = np.where(looked, exposures + self.missed[rows] * owing, 0.0)
        self.strip("learnt", 1)[rows, 0] = np.where(looked, seen, 0.0)
        self.strip("learnable", 1)[rows, 0] = np.where(looked & ~caught_up, exposures, 0.0)

    def correct(self, row: int, back: int, seen: int, exposure: float) -> None:
        """Rewrites an interval that lies `back` before the newest."""
        for strip, value in zip(STRIPS, (seen, exposure, seen, exposure), strict=True):
            self.strip(strip, back + 1)[row, 0] = value if exposure > 0.0 else 0.0

    def cap(self, row: int, most: float) -> None:
        """The newest interval of a row is learnt from only up to `most` items."""
        newest = self.strip("learnt", 1)
        newest[row, 0] = min(float(self.strip("seen", 1)[row, 0]), most)

    def idle(self) -> NDArray[np.bool_]:
        """Rows that hold nothing but full silence over the whole memory, and no open episode."""
        if self.age < self.length:
            return np.zeros(len(self), np.bool_)
        silent = ~self.strip("seen", self.length).any(axis=1)
        full = self.strip("learnable", self.length).min(axis=1, initial=1.0) == 1.0
        return np.asarray(silent & full & ~self.open[: len(self)])

    def keep(self, rows: NDArray[np.bool_]) -> None:
        """Drops all series but these."""
        number = int(rows.sum())
        for strip in self._strips.values():
            strip[:number] = strip[: len(self)][rows]
        self.missed[:number] = self.missed[: len(self)][rows]
        self.since[:number] = self.since[: len(self)][rows]
        self.open[:number] = self.open[: len(self)][rows]
        self.names = [name for name, kept in zip(self.names, rows, strict=True) if kept]
        self.rows = {name: row for row, name in enumerate(self.names)}

    def save(self) -> dict[str, Any]:
        """The whole state in values that JSON can hold, exactly."""
        strips = {strip: _packed(self.strip(strip, self.length)) for strip in STRIPS}
        rows = len(self)
        state = {"tick": self.tick, "age": self.age, "names": list(self.names), "strips": strips}
        return {
            **state,
            "missed": _packed(self.missed[:rows]),
            "since": _packed(self.since[:rows]),
            "open": _packed(self.open[:rows].astype(np.float32)),
        }

    def load(self, state: dict[str, Any]) -> None:
        """Takes up a state that `save` gave; raises ValueError or KeyError on any other."""
        names = [str(name) for name in state["names"]]
        self.age = 0
        self.add(names, silent_before=False)
        self.tick, self.age = state["tick"], int(state["age"])
        for strip in STRIPS:
            self.strip(strip, self.length)[:] = _unpacked(state["strips"][strip]).reshape(
                len(names), self.length
            )
        self.missed[: len(names)] = _unpacked(state["missed"])
        self.since[: len(names)] = _unpacked(state["since"])
        self.open[: len(names)] = _unpacked(state["open"]) > 0.0

    def _double(self) -> None:
        for strip, values in self._strips.items():
            self._strips[strip] = np.concatenate([values, np.zeros_like(values)])
        self.missed = np.concatenate([self.missed, np.zeros_like(self.missed)])
        self.since = np.concatenate([self.since, np.zeros_like(self.since)])
        self.open = np.concatenate([self.open, np.zeros_like(self.open)])


def _packed(values: NDArray[np.float32]) -> str:
    """Floats as text: little-endian, deflated, base 64."""
    plain = np.ascontiguousarray(values, dtype="<f4").tobytes()
    return base64.b64encode(zlib.compress(plain, 6)).decode("ascii")


def _unpacked(text: str) -> NDArray[np.float32]:
    """Back from `_packed`."""
    return np.frombuffer(zlib.decompress(base64.b64decode(text)), dtype="<f4").astype(np.float32)
