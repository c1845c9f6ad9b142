"""A new kind is one folder and one line: the line is an entry here."""

from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar

from django.utils.functional import Promise


class Kind(Protocol):
    """What every kind tells of itself."""

    @property
    def key(self) -> str:
        """The word under which rows name it; never changes."""
        ...

    @property
    def name(self) -> str | Promise:
        """What a person reads in the menu."""
        ...


K = TypeVar("K", bound=Kind)


class Registry(Generic[K]):
    """Kinds of one sort in the order of their entry; menus, forms and reference pages are made from it."""

    def __init__(self, *kinds: K) -> None:
        self._kinds: dict[str, K] = {}
        for kind in kinds:
            if kind.key in self._kinds:
                raise ValueError(f"two kinds are called {kind.key!r}")
            self._kinds[kind.key] = kind

    def __getitem__(self, key: str) -> K:
        return self._kinds[key]

    def __contains__(self, key: object) -> bool:
        return key in self._kinds

    def __iter__(self) -> Iterator[K]:
        return iter(self._kinds.values())

    def __len__(self) -> int:
        return len(self._kinds)

    def choices(self) -> list[tuple[str, str | Promise]]:
        """Pairs of key and name for a form or a model field."""
        return [(kind.key, kind.name) for kind in self]
