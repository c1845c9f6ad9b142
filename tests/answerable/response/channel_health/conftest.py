"""What the tests of the room share."""

from types import SimpleNamespace

import pytest

from tests.answerable.response.channel_health.makers import adopt_limits, make_cast


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    """The body with its keepers, and the national limits in force."""
    adopt_limits()
    return make_cast()
