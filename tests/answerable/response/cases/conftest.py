"""What the tests of the room share."""

import pytest

from tests.answerable.response.cases.clockwork import adopt_rules


@pytest.fixture
def rules_in_force(db: None) -> None:
    """The clocks of a plan: a concern in an hour and four, 5 h and 24 h when grave, 48 h otherwise."""
    adopt_rules()
