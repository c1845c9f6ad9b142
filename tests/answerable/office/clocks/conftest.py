"""What the tests of the room share."""

import pytest
from django.utils import translation

from answerable.kernel import events
from tests.answerable.office.clocks.makers import Office, make_office


@pytest.fixture
def office(db: None) -> Office:
    """The body and its cast; sentences come in English unless a test asks for another language."""
    translation.activate("en")
    return make_office()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Everything that is published, in order; the house's own reactions run as ever."""
    found: list[object] = []
    told = events.publish

    def publish(event: object) -> None:
        found.append(event)
        told(event)

    for room in ("climbing", "meeting", "moving", "recounting"):
        monkeypatch.setattr(f"answerable.office.clocks.actions.{room}.publish", publish)
    return found
