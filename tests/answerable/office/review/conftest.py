"""What the tests of the room share."""

import pytest
from django.utils import translation

from tests.answerable.office.review.makers import Office, make_office


@pytest.fixture(autouse=True)
def _in_english() -> None:
    """Sentences come in English unless a test asks for another language, whatever ran before it."""
    translation.activate("en")


@pytest.fixture
def office(db: None) -> Office:
    """The body and its cast."""
    return make_office()
