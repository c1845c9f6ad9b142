"""From a published text to numbers: normalise, segment, shingle, hash. Stable over machines and runs.

What it is: pure reading. What it is not: a judge of sameness; that is `folding` and `grouping`.
Main words: *reading* (an item as numbers), *term* (a hashed word or pair of signs), *shingle* (three in a row).
"""

from storystream.text.packing import pack, unpack
from storystream.text.reader import read, read_many
from storystream.text.reading import Reading
from storystream.text.surface import Wordings, read_with_wordings, surfaces, surfaces_many

__all__ = [
    "Reading",
    "Wordings",
    "pack",
    "read",
    "read_many",
    "read_with_wordings",
    "surfaces",
    "surfaces_many",
    "unpack",
]
