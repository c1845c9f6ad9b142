"""What the tests of the room share."""

import pytest

from tests.answerable.office.review.makers import Office, make_office


@pytest.fixture
def office(db: None) -> Office:
    """The body and its cast."""
    return make_office()
