"""What a plan writes down holds from then on, and not before."""

import pytest

from answerable.kernel.actor import MACHINE
from answerable.office.clocks import actions, queries
from answerable.office.clocks.rules.ladders import Ladder, Rung
from answerable.office.clocks.rules.sheet import Sheet
from answerable.office.clocks.rules.staging import EventRule, Stage
from tests.answerable.office.clocks.makers import adopt_plan, fresh, make_clock, post_of
from tests.answerable.office.people.makers import NOON


def test_a_sheet_is_read_as_it_was_written(office) -> None:
    rule = queries.rule("e-letter")
    assert (rule.stages[0].in_, rule.extend.limit, rule.pause) == (
        "7wd",
        "15wd",
        ("asked_for_clarification",),
    )
    assert queries.parameter("reply_wd", 0) == 7
    assert queries.post_ids("P-LEAD") == (post_of("Boris").pk,)
    assert queries.ladder("std").rungs[0].do == "start_reminder"


def test_a_new_plan_replaces_the_old_one_and_running_clocks_keep_their_rule(office) -> None:
    clock = make_clock(office)
    adopt_plan(rules={}, ladders={}, at=NOON)
    assert queries.rule("e-letter") is None
    assert len(fresh(clock).rungs_born) == 4
    assert fresh(clock).due == clock.due


@pytest.mark.parametrize(
    "sheet",
    [
        Sheet("CN", "Asia/Shanghai", ladders={"x": Ladder("x", (Rung("soon", ("owner",), "remind"),))}),
        Sheet("CN", "Asia/Shanghai", rules={"x": EventRule("x", "", (Stage("do", "a week"),))}),
    ],
)
def test_a_sheet_that_could_not_run_is_refused_whole(db, sheet) -> None:
    with pytest.raises(ValueError, match="write for example"):
        actions.adopt(sheet, by=MACHINE, at=NOON)
    assert queries.sheet() is None


def test_before_any_plan_the_calendar_of_the_zone_holds(db, settings) -> None:
    settings.TIME_ZONE = "Europe/London"
    assert queries.calendar_of(None, at=NOON).version == "GB-ENG-0"
    assert queries.parameter("reply_wd", 20) == 20
    assert queries.rule("e-letter") is None
