"""Free text is trimmed and looked through before it is kept."""

import pytest

from answerable.kernel.errors import Anticipated
from answerable.response.cases.actions.words import kept, needed
from answerable.response.cases.rules.free_text import PointsAtPerson


def test_spaces_around_a_text_are_not_kept() -> None:
    assert kept("  brown water\n") == "brown water"


def test_an_empty_text_is_refused_with_what_is_missing() -> None:
    with pytest.raises(Anticipated, match="Say why"):
        needed("  ", "Say why.")


def test_a_number_is_asked_about() -> None:
    with pytest.raises(PointsAtPerson):
        needed("call 13812345678", "Say why.")
