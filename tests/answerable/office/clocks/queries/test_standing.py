"""What holds in the office now."""

from datetime import time

from answerable.office.clocks import actions
from answerable.office.clocks.queries import standing
from answerable.office.clocks.rules.seeds import seed
from tests.answerable.office.people.makers import NOON


def test_a_kept_calendar_counts_as_the_shipped_one_it_came_from(office) -> None:
    kept, shipped = standing.calendar_named("CN"), seed("CN", "Asia/Shanghai")
    assert (kept.holidays, kept.make_up, kept.confirmed) == (
        shipped.holidays,
        shipped.make_up,
        shipped.confirmed,
    )
    assert (kept.hours, kept.weekend, kept.zone) == (shipped.hours, shipped.weekend, shipped.zone)


def test_the_newest_version_holds(office) -> None:
    actions.change_hours("CN", ((time(8), time(16)),), by=office.ada, at=NOON)
    assert standing.calendar_of(office.supply, at=NOON).hours == ((time(8), time(16)),)
