"""What follows in the made-up town from missed duties: an excuse ends it, a hearing runs, a review is asked for."""

from datetime import UTC, datetime

import pytest

from answerable.governance.accountability.models import Excuse, File, Paper
from answerable.governance.accountability.queries.page import file_page
from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.rules.terms import Stage
from answerable.governance.duties.rules.excuses import Key
from answerable.kernel import clock
from answerable.office.people.models import Person
from demo import accountability, clocks, duties, plan
from demo.opening import open_house
from demo.town import CAST
from demo.wings import LIVED, cast_at

#: Soon after a quarter has ended a filing is late since days only; then the hearing's steps lie close together.
MOMENTS = (None, datetime(2026, 10, 3, 6, tzinfo=UTC))


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("moment", MOMENTS, ids=["now", "after a quarter's end"])
def test_one_is_excused_one_is_being_heard_and_one_asks_for_review(moment):
    at = moment or clock.now()
    open_house(at - LIVED)
    clocks.load(cast_at(at - LIVED), at=at - LIVED)
    plan.load(cast_at(at - LIVED), at=at - LIVED)
    duties.load(cast_at(at), at=at)
    made = accountability.load(cast_at(at), at=at)
    rows = {name: File.objects.get(pk=file) for name, file in made.items()}
    assert {name: row.state for name, row in rows.items()} == {
        "excused": "closed",
        "heard": "told",
        "reviewed": "under_review",
    }

    ill = Excuse.objects.get(file=rows["excused"], key=Key.NO_BACKUP)
    assert (ill.found, ill.verdict, rows["excused"].measure) == (True, "holds", None)
    assert any(line["what"] == "away" for line in ill.evidence)
    assert not Paper.objects.filter(file=rows["excused"], kind="notice").exists()

    mine = file_page(cast_at(at)["ada"], rows["reviewed"].pk, at=at)
    assert (mine.part.concerned, mine.measure) == (True, Measure.REMINDER)
    assert {one.measure for one in mine.seats if one.role == "panel"} == {Measure.NONE, Measure.REMINDER}
    heard = file_page(cast_at(at)["dana"], rows["heard"].pk, at=at)
    (running,) = (one for one in heard.clocks if one.stage == Stage.STATEMENT)
    assert running.due > at
    assert all(row.opened_at <= row.state_since <= at for row in rows.values())


def test_everybody_in_it_is_made_up_and_of_the_town():
    names = {entry[-1] for entry in accountability.NEWCOMERS.values()}
    assert not names & {citizen.name for citizen in CAST}
    assert set(accountability.HEADS.values()) <= set(plan.HEADS.values())


@pytest.mark.django_db
def test_a_town_that_missed_nothing_has_no_file():
    assert accountability.load({}, at=clock.now()) == {}
    assert not Person.objects.exists()
