"""An empty memory of pages and a full bucket before each test."""

import pytest
from django.test import Client

from answerable.response.answers_site.views import public
from tests.answerable.office.review.makers import Office, make_office


@pytest.fixture(autouse=True)
def _fresh() -> None:
    """What one test kept in memory is no other test's business."""
    public.MEMORY.empty()
    public.BUCKET.began.clear()


@pytest.fixture
def office(db: None) -> Office:
    """The cast in one body."""
    return make_office()


@pytest.fixture
def reader() -> Client:
    """Somebody of the public: no account, no cookie; posts are checked as in the world outside."""
    return Client(enforce_csrf_checks=True)
