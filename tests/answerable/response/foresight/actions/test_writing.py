"""Writing an assessment line by line."""

from datetime import date

import pytest

from answerable.kernel.errors import Anticipated, Moved, NotFound
from answerable.kernel.trail.models import Payload
from answerable.response.cases.rules.free_text import PointsAtPerson
from answerable.response.foresight import actions
from answerable.response.foresight.actions import (
    AudienceDraft,
    GapDraft,
    PreparedDraft,
    RiskDraft,
    SimilarDraft,
)
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.response.foresight.makers import NOON, make_release, row_of

UNTIL = date(2026, 3, 9)


@pytest.fixture
def release(cast) -> int:
    """A release of Chen's."""
    return make_release(cast)


def test_each_kind_of_line_is_added_changed_and_taken_out(cast, release: int) -> None:
    act = {"by": cast.chen, "at": NOON}
    post = min(cast.ada.posts)
    lines = (
        (AudienceDraft("Tenants", "More."), AudienceDraft("Tenants", "Less."), "audiences"),
        (RiskDraft("Misread", 3, 2, ""), RiskDraft("Misread", 1, 2, "A table."), "risks"),
        (GapDraft("How many", post, UNTIL), GapDraft("How many", post, date(2026, 3, 12)), "gaps"),
        (PreparedDraft("Why?", ""), PreparedDraft("Why?", "Because.", "Annex"), "prepared"),
    )
    for first, second, name in lines:
        row = actions.write(release, first, **act)
        before = row_of(release).text_hash
        actions.write(release, second, row, **act)
        assert getattr(row_of(release), name).count() == 1
        assert row_of(release).text_hash != before
        actions.strike(release, type(first), row, **act)
        assert not getattr(row_of(release), name).exists()


def test_a_line_that_is_taken_out_stays_in_the_trail(cast, release: int) -> None:
    row = actions.write(release, AudienceDraft("Tenants", "More."), by=cast.chen, at=NOON)
    actions.strike(release, AudienceDraft, row, by=cast.chen, at=NOON)
    assert "Tenants" in "".join(Payload.objects.values_list("content", flat=True))
    with pytest.raises(Moved):
        actions.write(release, AudienceDraft("Tenants", "More."), row, by=cast.chen, at=NOON)


@pytest.mark.parametrize(
    "draft",
    [
        AudienceDraft("", "More."),
        AudienceDraft("Tenants", "  "),
        RiskDraft("", 1, 1, ""),
        RiskDraft("Misread", 0, 1, ""),
        RiskDraft("Misread", 1, 4, ""),
        PreparedDraft("", "Because."),
        PreparedDraft("Why?", "Because.", kind="rumour"),
        GapDraft("How many", 0, UNTIL),
        SimilarDraft(0, "The same."),
    ],
)
def test_a_line_that_lacks_something_is_refused(cast, release: int, draft) -> None:
    before = row_of(release).text_hash
    with pytest.raises(Anticipated):
        actions.write(release, draft, by=cast.chen, at=NOON)
    assert row_of(release).text_hash == before


def test_a_past_story_is_linked_once_with_why_and_keeps_its_headline(cast, release: int) -> None:
    story = make_story(("Prices rise in the next town",))
    actions.write(release, SimilarDraft(story.pk, "The same step."), by=cast.chen, at=NOON)
    with pytest.raises(Moved):
        actions.write(release, SimilarDraft(story.pk, "Again."), by=cast.chen, at=NOON)
    sealed = row_of(release).text_hash
    type(story).objects.filter(pk=story.pk).update(title="Another headline")
    row = row_of(release)
    assert (row.similar.get().title, row.text_hash) == ("Prices rise in the next town", sealed)


def test_a_line_that_points_at_a_person_is_asked_about(cast, release: int) -> None:
    draft = AudienceDraft("Tenants", "Call 13912345678.")
    with pytest.raises(PointsAtPerson):
        actions.write(release, draft, by=cast.chen, at=NOON)
    actions.write(release, draft, personal="mask", by=cast.chen, at=NOON)
    assert "13912345678" not in row_of(release).audiences.get().change


def test_only_people_of_its_unit_write_in_it(cast, release: int) -> None:
    with pytest.raises(NotFound):
        actions.write(release, AudienceDraft("Tenants", "More."), by=cast.fang, at=NOON)
    with pytest.raises(Anticipated):
        actions.write(release, AudienceDraft("Tenants", "More."), by=cast.emil, at=NOON)


def test_nothing_learnt_is_claimed_that_was_not(cast, release: int) -> None:
    row = actions.write(release, PreparedDraft("Why?", "So.", learnt_from=77), by=cast.chen, at=NOON)
    assert row_of(release).prepared.get(pk=row).learnt_from_id is None
