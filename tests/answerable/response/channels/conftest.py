"""What the tests of the room share."""

import pytest
from django.utils import translation

from answerable.office.people.models import Unit
from answerable.office.people.rules import PostKind
from tests.answerable.office.people.makers import actor_of, make_member
from tests.answerable.office.review.makers import Office, make_office
from tests.answerable.response.channels.makers import Desk


@pytest.fixture(autouse=True)
def _in_english() -> None:
    """Sentences come in English unless a test asks for another language, whatever ran before it."""
    translation.activate("en")


@pytest.fixture
def office(db: None) -> Office:
    """The body and its cast."""
    return make_office()


@pytest.fixture
def desk(office: Office) -> Desk:
    """The office with a keeper's post in the department that writes, held by Fay."""
    fay = make_member("Fay", PostKind.KEEPER, Unit.objects.get(pk=office.unit))
    return Desk(office, actor_of(fay))
