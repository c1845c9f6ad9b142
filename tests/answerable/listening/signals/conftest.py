"""Each test begins with no stream in memory, as a fresh process does."""

from tests.answerable.listening.stories.conftest import _fresh_process  # noqa: F401 - used as a fixture
