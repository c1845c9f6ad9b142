"""What the tests of the room share."""

import pytest

from tests.answerable.response.letters.makers import Office, make_office


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path) -> None:
    """Each test has a folder of files of its own."""
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def office(db: None) -> Office:
    """The body with a plan for letters in force."""
    return make_office()
