"""Entering a release, and saying how it goes out."""

from datetime import timedelta

import pytest

from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.kernel.trail.models import Entry as TrailEntry
from answerable.office.clocks import queries as clocks
from answerable.response.cases.rules.free_text import PointsAtPerson
from answerable.response.foresight import actions
from answerable.response.foresight.models import Part, Release
from answerable.response.foresight.queries.names import subject_of
from tests.answerable.response.foresight.makers import (
    DAY,
    NOON,
    PLANNED,
    entry,
    going,
    make_release,
    row_of,
)


def test_what_is_entered_is_held_and_in_the_trail(cast) -> None:
    release = make_release(cast)
    row = row_of(release)
    assert (row.state, row.editors, row.level) == ("planned", [cast.chen.person], "")
    assert Part.objects.get().planned_at == PLANNED
    assert TrailEntry.objects.filter(act="foresight.enter", thing=subject_of(release)).exists()


def test_its_assessment_is_due_five_working_days_before(cast) -> None:
    release = make_release(cast)
    clock = clocks.clocks_of(subject_of(release), at=NOON)[0]
    assert (clock.stage, clock.due) == ("agree_before_release", PLANNED - 7 * DAY)


def test_what_has_been_announced_already_is_not_foresight(cast) -> None:
    for late in ({"planned_at": NOON - DAY}, {"parts": (("One", NOON - DAY), ("Two", PLANNED))}):
        with pytest.raises(Anticipated, match="has passed"):
            make_release(cast, **late)
    assert not Release.objects.exists()


@pytest.mark.parametrize("changes", [{"title": " "}, {"summary": ""}, {"kind": "rumour"}, {"language": "fr"}])
def test_an_entry_needs_its_words_its_kind_and_its_language(cast, changes: dict[str, str]) -> None:
    with pytest.raises(Anticipated):
        make_release(cast, **changes)


def test_a_text_that_points_at_a_person_is_asked_about(cast) -> None:
    words = "Call Mr. Li under 13912345678."
    with pytest.raises(PointsAtPerson):
        make_release(cast, summary=words)
    release = actions.enter(entry(summary=words, unit=cast.supply.pk), personal="mask", by=cast.chen, at=NOON)
    assert "13912345678" not in row_of(release).summary


def test_nobody_enters_for_a_unit_out_of_reach(cast) -> None:
    for who in (cast.fang, cast.dana, cast.emil):
        with pytest.raises(NotAllowed):
            make_release(cast, by=who)


def test_the_first_part_sets_the_time_of_the_whole(cast) -> None:
    release = make_release(cast, parts=(("Table", PLANNED + DAY), ("Decision", PLANNED - DAY)))
    assert row_of(release).planned_at == PLANNED - DAY


def test_how_it_goes_out_is_arranged(cast) -> None:
    release = make_release(cast)
    terms = ("water price", " tariff ", "tariff", "")
    actions.arrange(release, going(cast, terms=terms, watch_days=14), by=cast.chen, at=NOON)
    row = row_of(release)
    assert (row.terms, row.watch_days, row.spokesperson_title) == (
        ["water price", "tariff"],
        14,
        "Duty officer",
    )


@pytest.mark.parametrize(
    "changes", [{"terms": tuple("abcdef")}, {"watch_days": 0}, {"watch_days": 93}, {"spokesperson_post": 0}]
)
def test_what_cannot_be_listened_for_or_spoken_for_is_refused(cast, changes: dict[str, object]) -> None:
    release = make_release(cast)
    with pytest.raises(Anticipated):
        actions.arrange(release, going(cast, **changes), by=cast.chen, at=NOON)


def test_a_channel_that_the_body_does_not_run_is_not_chosen(cast) -> None:
    release = make_release(cast)
    actions.arrange(release, going(cast, channels=(999_999,)), by=cast.chen, at=NOON)
    assert row_of(release).channels == []


def test_the_words_are_described_anew(cast) -> None:
    release = make_release(cast)
    before = row_of(release).text_hash
    actions.describe(release, entry(title="The price of water"), by=cast.chen, at=NOON + timedelta(hours=1))
    assert row_of(release).title == "The price of water"
    assert row_of(release).text_hash != before
