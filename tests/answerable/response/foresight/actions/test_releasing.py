"""Letting it out: only with its assessment agreed; in parts, later, not at all, or in an emergency."""

import pytest

from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.office.clocks import queries as clocks
from answerable.response.foresight import actions
from answerable.response.foresight.actions import Outcome
from answerable.response.foresight.models import Part, Postponement, Watch
from answerable.response.foresight.queries.names import subject_of
from tests.answerable.response.foresight.makers import (
    DAY,
    HOUR,
    NOON,
    PLANNED,
    agreed,
    give_views,
    handed_in,
    make_release,
    read_all,
    released,
    row_of,
    write_all,
)

OUT = Outcome("https://bureau.example/price")


def test_nothing_goes_out_before_its_assessment_is_agreed(cast) -> None:
    for release in (make_release(cast), handed_in(cast)):
        with pytest.raises(Anticipated, match="not agreed"):
            actions.release_now(release, OUT, by=cast.ada, at=NOON)
        assert (row_of(release).state, Watch.objects.count()) == ("planned", 0)


def test_an_agreed_release_goes_out_with_the_hash_that_passed_and_its_watch_runs(cast) -> None:
    release = released(cast)
    row, part = row_of(release), Part.objects.get()
    assert (row.state, row.released_at) == ("released", NOON + DAY)
    assert (part.passed_hash, part.link) == (row.text_hash, OUT.link)
    assert Watch.objects.get().ends_at == NOON + 8 * DAY


def test_parts_go_out_one_by_one_and_each_lengthens_the_watch(cast) -> None:
    parts = (("The decision", PLANNED), ("The table of prices", PLANNED + DAY))
    release = agreed(cast, parts=parts)
    first, second = Part.objects.order_by("number")
    actions.release_now(release, Outcome(parts=(first.pk,)), by=cast.ada, at=NOON + DAY)
    assert row_of(release).state == "partly"
    actions.release_now(release, Outcome(parts=(second.pk,)), by=cast.ada, at=NOON + 3 * DAY)
    assert row_of(release).state == "released"
    assert Watch.objects.get().ends_at == NOON + 10 * DAY


def test_the_rest_of_what_went_out_in_part_is_given_up_with_its_reason(cast) -> None:
    release = agreed(cast, parts=(("The decision", PLANNED), ("The table", PLANNED + DAY)))
    first = Part.objects.order_by("number").first()
    actions.release_now(release, Outcome(parts=(first.pk,)), by=cast.ada, at=NOON + DAY)
    actions.withdraw(release, "The council took it back.", by=cast.ada, at=NOON + 2 * DAY)
    assert row_of(release).state == "released"
    assert list(Part.objects.order_by("number").values_list("dropped_reason", flat=True)) == [
        "",
        "The council took it back.",
    ]


def test_a_withdrawn_release_never_goes_out(cast) -> None:
    release = agreed(cast)
    actions.withdraw(release, "Put off for good.", by=cast.ada, at=NOON)
    with pytest.raises(Moved):
        actions.release_now(release, OUT, by=cast.ada, at=NOON + DAY)
    assert row_of(release).state == "withdrawn"


def test_another_date_keeps_the_agreement_and_its_reason(cast) -> None:
    release = agreed(cast)
    actions.postpone(release, PLANNED + 7 * DAY, "The council meets later.", by=cast.ada, at=NOON)
    kept = Postponement.objects.get()
    assert (kept.before, kept.after, kept.reason) == (PLANNED, PLANNED + 7 * DAY, "The council meets later.")
    assert Part.objects.get().planned_at == PLANNED + 7 * DAY
    actions.release_now(release, OUT, by=cast.ada, at=NOON + DAY)
    assert row_of(release).state == "released"


def test_another_date_has_to_lie_ahead(cast) -> None:
    with pytest.raises(Anticipated, match="passed"):
        actions.postpone(make_release(cast), NOON - HOUR, "Sooner.", by=cast.ada, at=NOON)


def test_the_head_lets_it_out_before_its_assessment_which_is_owed_within_a_clock(cast) -> None:
    release = make_release(cast)
    write_all(cast, release)
    actions.release_urgently(release, OUT, "The main has burst.", by=cast.boris, at=NOON)
    row = row_of(release)
    assert (row.state, row.urgent_by, Part.objects.get().passed_hash) == ("released", "Boris", "")
    owed = [one for one in clocks.clocks_of(subject_of(release), at=NOON) if one.state == "running"]
    assert [(one.stage, one.due) for one in owed] == [("assess_after_release", NOON + DAY)]
    give_views(cast, release, at=NOON + HOUR)
    actions.hand_in(release, by=cast.chen, at=NOON + HOUR)
    read_all(cast, release, at=NOON + 2 * HOUR)
    states = {one.stage: one.state for one in clocks.clocks_of(subject_of(release), at=NOON + 3 * HOUR)}
    assert states["assess_after_release"] == "met"


@pytest.mark.parametrize("who", ["ada", "chen", "emil"])
def test_nobody_but_the_head_lets_it_out_without_its_assessment(cast, who: str) -> None:
    release = make_release(cast)
    write_all(cast, release)
    with pytest.raises(NotAllowed):
        actions.release_urgently(release, OUT, "In a hurry.", by=getattr(cast, who), at=NOON)
    assert row_of(release).state == "planned"


def test_an_emergency_needs_its_reason_and_terms_to_listen_for(cast) -> None:
    release = make_release(cast)
    with pytest.raises(Anticipated, match="cannot wait"):
        actions.release_urgently(release, OUT, "  ", by=cast.boris, at=NOON)
    with pytest.raises(Anticipated, match="listened for"):
        actions.release_urgently(release, OUT, "Now.", by=cast.boris, at=NOON)


def test_what_is_agreed_needs_no_emergency(cast) -> None:
    with pytest.raises(Moved, match="ordinary way"):
        actions.release_urgently(agreed(cast), OUT, "Now.", by=cast.boris, at=NOON)


def test_a_part_that_is_out_does_not_go_out_twice(cast) -> None:
    release = agreed(cast, parts=(("One", PLANNED), ("Two", PLANNED + DAY)))
    first = Part.objects.order_by("number").first()
    actions.release_now(release, Outcome(parts=(first.pk,)), by=cast.ada, at=NOON)
    with pytest.raises(Moved, match="None of these parts"):
        actions.release_now(release, Outcome(parts=(first.pk,)), by=cast.ada, at=NOON)
