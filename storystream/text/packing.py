"""A reading as bytes and back: read on one machine, grouped on another."""

import struct
from typing import Final

import numpy as np

from storystream.text.reading import Reading

#: Raised when the fields below change; a reading of another version is refused.
VERSION: Final = 1
_HEAD: Final = struct.Struct("<HHB6I")
_FIELDS: Final = (
    ("words", "<u4"),
    ("word_tf", "<f4"),
    ("pairs", "<u4"),
    ("pair_tf", "<f4"),
    ("shingles", "<u8"),
    ("numbers", "<u8"),
)


def pack(reading: Reading) -> bytes:
    """A reading as bytes, little-endian, the same on every machine: `unpack` gives it back.

    >>> from storystream.items import Item
    >>> from storystream.text import read
    >>> reading = read(Item("1", "Three dead in Leeds flood"))
    >>> unpack(pack(reading)).words.tolist() == reading.words.tolist()
    True
    """
    arrays = [np.ascontiguousarray(getattr(reading, name), dtype=kind) for name, kind in _FIELDS]
    language = reading.language.encode()
    head = _HEAD.pack(VERSION, len(language), reading.length_class, *(len(array) for array in arrays))
    return b"".join([head, language, *(array.tobytes() for array in arrays)])


def unpack(packed: bytes) -> Reading:
    """The reading that `pack` wrote. Raises ValueError for anything else."""
    if len(packed) < _HEAD.size:
        raise ValueError("no packed reading: too short")
    version, length, length_class, *sizes = _HEAD.unpack_from(packed)
    if version != VERSION:
        raise ValueError(f"a packed reading of version {version}, not {VERSION}")
    at = _HEAD.size + length
    language = packed[_HEAD.size : at].decode()
    arrays = {}
    for (name, kind), size in zip(_FIELDS, sizes, strict=True):
        end = at + size * np.dtype(kind).itemsize
        if end > len(packed):
            raise ValueError("no packed reading: cut short")
        arrays[name] = np.frombuffer(packed[at:end], dtype=kind).copy()
        at = end
    if at != len(packed):
        raise ValueError("no packed reading: too long")
    return Reading(language, length_class, **arrays)
