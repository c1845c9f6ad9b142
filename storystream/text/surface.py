"""From term ids back to words a person can read, so that "these two share ..." can be said."""

from collections.abc import Collection

from storystream.items import Item
from storystream.text.reader import batch_of
from storystream.text.terms import WORDS


def surfaces(item: Item, ids: Collection[int] | None = None) -> dict[int, str]:
    """The wording behind an item's term ids, as the item itself writes them; all of them when `ids` is None.

    Where an id stands for several wordings, a word goes before a pair and the first before later ones.

    >>> from storystream.items import Item
    >>> sorted(surfaces(Item("1", "Floods in Leeds")).values())
    ['Floods', 'Floods in Leeds', 'Leeds']
    """
    batch, _shape = batch_of([item])
    title, text = batch.originals[0]
    original = f"{title}\n{text}"
    wanted = None if ids is None else frozenset(int(term) for term in ids)
    words: dict[int, str] = {}
    pairs: dict[int, str] = {}
    for term, _weight, view, start, end in batch.emissions.rows.tolist():
        if wanted is None or term in wanted:
            (words if view == WORDS else pairs).setdefault(term, " ".join(original[start:end].split()))
    return pairs | words
