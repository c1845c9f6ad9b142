"""The callers' ids of items, and the rows where they lie."""

from collections.abc import Sequence


class Names:
    """Ids by row, and rows by id, for the items that are held.

    >>> names = Names()
    >>> names.extend(["a", "b", "c"])
    >>> names.drop(1)
    >>> names.serial("c"), names.serial("a"), names.of(2)
    (2, None, 'c')
    """

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._serials: dict[str, int] = {}
        self._first = 0

    def __len__(self) -> int:
        """How many are held."""
        return len(self._ids)

    def extend(self, ids: Sequence[str]) -> None:
        """Name the next items."""
        serial = self._first + len(self._ids)
        self._ids.extend(ids)
        self._serials.update(zip(ids, range(serial, serial + len(ids)), strict=True))

    def serial(self, item: str) -> int | None:
        """How many items came before this one, or None when it is not held."""
        return self._serials.get(item)

    def of(self, serial: int) -> str | None:
        """The id of the item with this serial, or None when it is not held."""
        row = serial - self._first
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def drop(self, count: int) -> None:
        """Forget the first `count` items."""
        for serial, item in enumerate(self._ids[:count], self._first):
            if self._serials[item] == serial:  # an id may have come again after it was forgotten
                del self._serials[item]
        del self._ids[:count]
        self._first += count

    def held(self) -> list[str]:
        """All ids in order of arrival."""
        return list(self._ids)

    def restart(self, first: int, ids: Sequence[str]) -> None:
        """Begin anew with these ids, the first of which has serial `first`."""
        self._ids, self._serials, self._first = [], {}, first
        self.extend(ids)
