"""The pool of reading children is ended after each module that used it."""

from collections.abc import Iterator

import pytest

from answerable.listening.sources.reading.pool import readers


@pytest.fixture(scope="module", autouse=True)
def _children_are_ended() -> Iterator[None]:
    yield
    readers().close()
