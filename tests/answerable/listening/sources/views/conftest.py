"""Signed-in people for the pages of the room."""

import pytest

from tests.answerable.office.people.makers import make_account, make_member


@pytest.fixture
def ada(client):
    """Ada of the office: she keeps sources."""
    account = make_member("Ada")
    client.force_login(account)
    return client


@pytest.fixture
def reader(client):
    """A reader: sees sources and keeps none."""
    client.force_login(make_account("rita", role="reader"))
    return client
