"""What the tests of the room share."""

import pytest
from django.utils import translation

from tests.answerable.office.clocks.makers import Office, make_office


@pytest.fixture
def office(db: None) -> Office:
    """The body and its cast; sentences come in English unless a test asks for another language."""
    translation.activate("en")
    return make_office()
