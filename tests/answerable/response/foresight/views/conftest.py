"""The cast, signed in."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
import time_machine
from django.test import Client

from tests.answerable.office.people.makers import NOON


@pytest.fixture
def as_(cast: SimpleNamespace) -> Callable[[str], Client]:
    """Sign one of the cast in."""

    def sign_in(name: str) -> Client:
        client = Client()
        client.force_login(cast.accounts[name])
        return client

    return sign_in


@pytest.fixture(autouse=True)
def _on_the_day():
    """It is two hours after noon."""
    with time_machine.travel(NOON.replace(hour=6), tick=False):
        yield
