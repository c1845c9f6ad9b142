"""Free text as it may be kept."""

import pytest

from answerable.kernel.errors import Anticipated
from answerable.response.cases.rules.free_text import PointsAtPerson
from answerable.response.foresight.actions import AudienceDraft
from answerable.response.foresight.actions.words import kept, needed


def test_every_text_of_a_draft_is_looked_through() -> None:
    assert kept(AudienceDraft(" Tenants ", " More. ")) == AudienceDraft("Tenants", "More.")
    with pytest.raises(PointsAtPerson):
        kept(AudienceDraft("Tenants", "Call 13912345678"))
    assert "139" not in kept(AudienceDraft("Tenants", "Call 13912345678"), "mask").change
    assert "139" in kept(AudienceDraft("Tenants", "Call 13912345678"), "keep").change


def test_what_is_needed_is_asked_for() -> None:
    assert needed(" So. ", "Say why.") == "So."
    with pytest.raises(Anticipated, match="Say why"):
        needed("  ", "Say why.")
