"""A changed calendar moves open runs with the old date on record, and never those that ended."""

from datetime import UTC, date, datetime

import pytest

from answerable.governance.duties.actions import asking, laying, recounting
from answerable.governance.duties.models import Occurrence
from answerable.governance.duties.rules.states import State
from answerable.kernel.actor import MACHINE
from answerable.kernel.trail.queries import entries_of
from answerable.office.clocks import queries as clocks
from answerable.office.people.queries import day_of
from tests.answerable.governance.duties.makers import make_town, opened, quarter_run

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 20, 2, tzinfo=UTC)


@pytest.fixture
def _day_off(monkeypatch):
    """The last day of March becomes a holiday: the calendar that holds is another one from here on."""
    found = clocks.calendar_of(None, at=NOW)

    def changed(unit, *, at):
        holidays = {**found.holidays, date(2026, 3, 31): "Memorial day"}
        return type(found)(found.zone, "CN-99", holidays, found.make_up, found.confirmed, found.hours)

    monkeypatch.setattr(clocks, "calendar_of", changed)


def test_an_open_run_moves_and_its_first_date_stays(request):
    town = make_town()
    run = opened(town)
    request.getfixturevalue("_day_off")
    assert recounting.recount_open(by=MACHINE, at=NOW) == 2
    run.refresh_from_db()
    assert (day_of(run.due), day_of(run.original_due)) == (date(2026, 3, 30), date(2026, 3, 31))
    assert run.recounted_from == run.original_due
    assert "duties.move_due" in [row.act for row in entries_of(f"occurrence:{run.pk}")]
    assert recounting.recount_open(by=MACHINE, at=NOW) == 0


def test_what_a_person_has_moved_and_what_has_ended_stays(request):
    town = make_town()
    run = opened(town)
    until = datetime(2026, 4, 10, 15, 59, 59, tzinfo=UTC)
    wish = asking.ask_for_time(run.pk, until, "Flood.", by=town.actor(town.chen, NOW), at=NOW)
    asking.grant_time(wish, "", by=town.actor(town.ada, NOW), at=NOW)
    Occurrence.objects.filter(pk=quarter_run(town, unit=1).pk).update(state=State.ACCEPTED)
    request.getfixturevalue("_day_off")
    assert recounting.recount_open(by=MACHINE, at=NOW) == 0
    assert quarter_run(town).due == until


def test_what_has_not_opened_is_simply_laid_out_anew(request):
    town = make_town()
    request.getfixturevalue("_day_off")
    laying.lay_out(by=MACHINE, at=NOW)
    row = quarter_run(town)
    assert (day_of(row.due), day_of(row.original_due)) == (date(2026, 3, 30), date(2026, 3, 30))
