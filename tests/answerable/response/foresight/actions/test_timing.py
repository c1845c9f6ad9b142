"""The clocks of a release."""

from datetime import datetime
from zoneinfo import ZoneInfo

from answerable.office.clocks import actions as clock_actions
from answerable.office.clocks import queries as clocks
from answerable.office.clocks.rules.sheet import Parameter, Sheet
from answerable.response.foresight import actions
from answerable.response.foresight.actions.timing import agreed_by
from answerable.response.foresight.queries.names import subject_of
from tests.answerable.response.foresight.makers import DAY, NOON, PLANNED, agreed, make_release

SHANGHAI = ZoneInfo("Asia/Shanghai")


def stages(release: int) -> dict[str, str]:
    """The clocks of a release by their stage."""
    return {one.stage: one.state for one in clocks.clocks_of(subject_of(release), at=NOON)}


def test_working_days_are_counted_back_over_weekends_and_holidays(cast) -> None:
    calendar = clocks.calendar_named("CN", "Asia/Shanghai")
    after_may = datetime(2026, 5, 8, 10, tzinfo=SHANGHAI)
    # 6 and 7 May are worked, 1 to 5 May are the holiday; 9 May is a make-up day and lies ahead.
    assert agreed_by(after_may, calendar, 2) == datetime(2026, 5, 6, 10, tzinfo=SHANGHAI)
    assert agreed_by(after_may, calendar, 3) == datetime(2026, 4, 30, 10, tzinfo=SHANGHAI)
    assert agreed_by(after_may, calendar, 0) == after_may


def test_the_plan_sets_how_early(cast) -> None:
    named = {"risk_before_wd": Parameter(3, "test", "")}
    clock_actions.adopt(Sheet(calendar="CN", zone="Asia/Shanghai", parameters=named), by=cast.boris, at=NOON)
    clock = clocks.clocks_of(subject_of(make_release(cast)), at=NOON)[0]
    assert clock.due == PLANNED - 5 * DAY


def test_the_clock_is_met_when_the_gate_is_passed(cast) -> None:
    assert stages(agreed(cast)) == {"agree_before_release": "met"}


def test_another_date_moves_the_clock_of_what_is_not_agreed(cast) -> None:
    release = make_release(cast)
    actions.postpone(release, PLANNED + 7 * DAY, "Later.", by=cast.ada, at=NOON)
    running = [one for one in clocks.clocks_of(subject_of(release), at=NOON) if one.state == "running"]
    assert [one.due for one in running] == [PLANNED]


def test_what_is_given_up_owes_nothing(cast) -> None:
    release = make_release(cast)
    actions.withdraw(release, "Not now.", by=cast.ada, at=NOON)
    assert stages(release) == {"agree_before_release": "closed"}
