"""A text that changes after it was agreed is opened again."""

import pytest

from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.events import react
from answerable.office.review import queries as reviews
from answerable.response.foresight import actions
from answerable.response.foresight.actions import AudienceDraft, Outcome, ViewDraft
from answerable.response.foresight.events import AssessmentReopened
from answerable.response.foresight.models import RiskPoint
from answerable.response.foresight.queries.content import hash_now
from answerable.response.foresight.queries.door import standing_now
from answerable.response.foresight.queries.names import subject_of
from answerable.response.foresight.rules.states import Standing
from tests.answerable.response.foresight.makers import (
    NOON,
    agreed,
    give_views,
    handed_in,
    read_all,
    released,
    row_of,
)

MORE = AudienceDraft("Restaurants", "They pay the second step all year.")


def test_a_change_of_an_agreed_text_opens_it_again_and_says_what_changed(cast) -> None:
    heard: list[object] = []
    react(AssessmentReopened, heard.append)
    release = agreed(cast)
    actions.write(release, MORE, by=cast.chen, at=NOON)
    row = row_of(release)
    assert (row.round, row.level, standing_now(row)) == (2, "", Standing.DRAFT)
    assert heard == [AssessmentReopened(release, 2, NOON)]
    kept = row.reopenings.get()
    assert (kept.what, kept.by_name) == ("audience", "Chen")
    with pytest.raises(Anticipated, match="not agreed"):
        actions.release_now(release, Outcome(), by=cast.ada, at=NOON)


def test_taking_the_change_back_does_not_bring_the_agreement_back(cast) -> None:
    release = agreed(cast)
    passed = row_of(release).text_hash
    added = actions.write(release, MORE, by=cast.chen, at=NOON)
    actions.strike(release, AudienceDraft, added, by=cast.chen, at=NOON)
    give_views(cast, release)
    assert standing_now(row_of(release)) is not Standing.AGREED
    assert hash_now(row_of(release)) != passed
    assert reviews.passage(subject_of(release), hash_now(row_of(release))) is None


def test_what_was_opened_again_is_assessed_read_and_agreed_anew(cast) -> None:
    release = agreed(cast)
    actions.write(release, MORE, by=cast.chen, at=NOON)
    give_views(cast, release, ("high", "high"))
    actions.hand_in(release, by=cast.chen, at=NOON)
    read_all(cast, release)
    assert standing_now(row_of(release)) is Standing.AGREED


def test_a_text_stays_as_it_is_while_it_is_read(cast) -> None:
    release = handed_in(cast)
    with pytest.raises(NotAllowed, match="being read"):
        actions.write(release, MORE, by=cast.chen, at=NOON)
    actions.take_back(release, by=cast.chen, at=NOON)
    actions.write(release, MORE, by=cast.chen, at=NOON)
    assert row_of(release).audiences.count() == 2


def test_a_public_text_stays_as_it_was_agreed(cast) -> None:
    with pytest.raises(Moved, match="public"):
        actions.write(released(cast), MORE, by=cast.chen, at=NOON)


def test_a_change_behind_the_actions_is_found_out_at_the_release(cast) -> None:
    release = agreed(cast)
    RiskPoint.objects.update(measure="Nothing.")
    with pytest.raises(Anticipated, match="not agreed"):
        actions.release_now(release, Outcome(), by=cast.ada, at=NOON)


def test_whoever_writes_becomes_an_author_and_reads_nothing_at_the_gate(cast) -> None:
    release = handed_in(cast)
    actions.take_back(release, by=cast.chen, at=NOON)
    actions.write(release, MORE, by=cast.ada, at=NOON)
    for who in (cast.ada, cast.chen):
        actions.give_view(release, ViewDraft("low", "Small."), by=who, at=NOON)
    opened = actions.hand_in(release, by=cast.chen, at=NOON)
    assert cast.ada.person in row_of(release).editors
    assert reviews.review_of(subject_of(release)).id == opened
    with pytest.raises(NotAllowed):
        read_all(cast, release)
