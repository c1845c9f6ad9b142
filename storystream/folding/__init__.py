"""Near-duplicates become one: the forty copies of a wire story, its excerpts, the copy with a new last line.

What it is: finding the text that a new one repeats. What it is not: saying that two texts are about one matter;
that is `grouping`. Main words: *root* (the first text of a fold), *sample*, *containment*.
"""

from storystream.folding.index import FoldIndex, FoldMatch, FoldSettings

__all__ = ["FoldIndex", "FoldMatch", "FoldSettings"]
