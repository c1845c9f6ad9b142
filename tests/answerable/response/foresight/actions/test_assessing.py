"""Two people say the level; where they differ the higher holds and the other stays on record."""

import pytest

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.office.clocks import actions as clocks
from answerable.office.clocks.rules.sheet import Parameter, Sheet
from answerable.response.foresight import actions, queries
from answerable.response.foresight.actions import AudienceDraft, ViewDraft
from answerable.response.foresight.actions.assessing import levels
from answerable.response.foresight.rules.levels import Level
from tests.answerable.response.foresight.makers import (
    NOON,
    agreed,
    give_views,
    handed_in,
    make_release,
    row_of,
    write_all,
)


@pytest.fixture
def release(cast) -> int:
    """A release with everything but its level."""
    made = make_release(cast)
    write_all(cast, made)
    return made


def test_the_level_holds_once_two_have_said_it(cast, release: int) -> None:
    actions.give_view(release, ViewDraft("medium", "So it seems."), by=cast.ada, at=NOON)
    assert row_of(release).level == ""
    actions.give_view(release, ViewDraft("medium", "So it is."), by=cast.chen, at=NOON)
    assert row_of(release).level == "medium"


def test_where_they_differ_the_higher_holds_and_the_other_stays_as_dissent(cast, release: int) -> None:
    give_views(cast, release, ("high", "low"))
    found = queries.release_of(cast.ada, release, at=NOON).assessed
    assert found.level is Level.HIGH
    assert (found.dissent.name, found.dissent.level) == ("Chen", "low")


def test_one_person_does_not_say_both(cast, release: int) -> None:
    actions.give_view(release, ViewDraft("low", "Small."), by=cast.ada, at=NOON)
    with pytest.raises(Moved, match="somebody else"):
        actions.give_view(release, ViewDraft("low", "Small."), by=cast.ada, at=NOON)


def test_a_third_view_is_not_asked_for(cast, release: int) -> None:
    give_views(cast, release)
    with pytest.raises(Moved, match="Both views"):
        actions.give_view(release, ViewDraft("low", "Small."), by=cast.boris, at=NOON)


def test_a_view_is_of_the_text_as_it_was_and_ends_with_it(cast, release: int) -> None:
    give_views(cast, release)
    actions.write(release, AudienceDraft("Schools", "They pay less."), by=cast.chen, at=NOON)
    assert row_of(release).level == ""
    give_views(cast, release, ("low", "low"))
    assert row_of(release).level == "low"


def test_a_view_needs_reasons_and_a_level_of_the_plan(cast, release: int) -> None:
    for draft in (ViewDraft("medium", " "), ViewDraft("enormous", "Because.")):
        with pytest.raises(Anticipated):
            actions.give_view(release, draft, by=cast.ada, at=NOON)


def test_who_does_not_work_on_releases_says_no_level(cast, release: int) -> None:
    for who in (cast.emil, cast.fang, cast.dana):
        with pytest.raises(Anticipated):
            actions.give_view(release, ViewDraft("low", "Small."), by=who, at=NOON)


def test_no_level_is_said_of_what_is_read_or_agreed(cast) -> None:
    for release in (handed_in(cast), agreed(cast)):
        with pytest.raises(Moved, match="has its level"):
            actions.give_view(release, ViewDraft("low", "Small."), by=cast.boris, at=NOON)


def test_the_machine_says_no_level(cast, release: int) -> None:
    with pytest.raises(NotAllowed):
        actions.give_view(release, ViewDraft("low", "Small."), by=MACHINE, at=NOON)


def test_the_plan_names_the_levels(cast) -> None:
    assert levels() == tuple(Level)
    named = {"risk_levels": Parameter(["low", "high"], "test", "")}
    clocks.adopt(Sheet(calendar="CN", zone="Asia/Shanghai", parameters=named), by=cast.boris, at=NOON)
    assert levels() == (Level.LOW, Level.HIGH)
