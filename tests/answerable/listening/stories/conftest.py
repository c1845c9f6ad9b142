"""Each test begins with no stream in memory, as a fresh process does."""

from collections.abc import Iterator

import pytest

from answerable.listening.stories.actions.keeping import MEMORY


@pytest.fixture(autouse=True)
def _fresh_process() -> Iterator[None]:
    MEMORY.let_go()
    yield
    MEMORY.let_go()
