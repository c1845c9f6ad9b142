"""An officer changes days and hours and confirms years; each change is a version."""

from datetime import date, time

import pytest

from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.kernel.trail.models import Entry
from answerable.office.clocks import actions, queries
from answerable.office.clocks.models import Version
from answerable.office.clocks.rules.calendars import DayKind
from answerable.office.clocks.rules.notices import read_notice
from answerable.office.clocks.rules.revising import DayChange, To
from tests.answerable.office.clocks.makers import fresh, make_clock, row_of, shanghai
from tests.answerable.office.people.makers import NOON

NOTICE_2027 = "二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。"


def test_a_change_is_a_new_version_and_the_old_one_stays_as_it_was(office) -> None:
    change = DayChange(date(2026, 3, 7), date(2026, 3, 7), To.MAKE_UP)
    done = actions.change_days("CN", [change], by=office.ada, at=NOON)
    assert done.version == 2
    assert queries.calendar_of(None, at=NOON).look_up(date(2026, 3, 7)).kind is DayKind.MAKE_UP
    assert "2026-03-07" not in Version.objects.get(number=1).make_up
    assert Entry.objects.filter(act="clocks.revise").count() == 1


def test_whoever_does_not_keep_the_calendar_cannot_change_it(office) -> None:
    change = DayChange(date(2026, 3, 7), date(2026, 3, 7), To.MAKE_UP)
    with pytest.raises(NotAllowed):
        actions.change_days("CN", [change], by=office.chen, at=NOON)
    assert Version.objects.count() == 1


def test_a_change_of_nothing_is_refused_and_leaves_no_version(office) -> None:
    change = DayChange(date(2026, 10, 1), date(2026, 10, 1), To.HOLIDAY, "National Day")
    with pytest.raises(Anticipated, match="says so already"):
        actions.change_days("CN", [change], by=office.ada, at=NOON)
    assert Version.objects.count() == 1


def test_other_office_hours_move_working_hours(office) -> None:
    clock = make_clock(office, at=shanghai(2026, 3, 2, 8), limit="1wh")
    assert clock.due == shanghai(2026, 3, 2, 10)
    hours = ((time(8, 30), time(12)), (time(14), time(18)))
    assert actions.change_hours("CN", hours, by=office.ada, at=shanghai(2026, 3, 2, 8)).moved == 1
    assert fresh(clock).due == shanghai(2026, 3, 2, 9, 30)


def test_a_year_is_provisional_until_its_notice_is_entered(office) -> None:
    clock = make_clock(office, at=shanghai(2026, 12, 29, 10))
    assert row_of(clock).provisional
    notice = actions.Notice("国办发明电〔2026〕8号", "https://www.gov.example/notice", ())
    done = actions.confirm_year("CN", 2027, notice, by=office.ada, at=NOON)
    assert done.moved == 0
    assert not row_of(clock).provisional
    page = queries.year_page(office.ada, "CN", 2027, at=NOON)
    assert (page.confirmation.notice, page.confirmation.by) == ("国办发明电〔2026〕8号", "Ada")


def test_the_days_of_a_notice_come_into_the_calendar_with_it(office) -> None:
    clock = make_clock(office, at=shanghai(2027, 1, 28, 10), limit="5wd")
    days = read_notice(NOTICE_2027, 2027)
    done = actions.confirm_year("CN", 2027, actions.Notice("2027", "", days), by=office.ada, at=NOON)
    assert done.moved == 1
    kept = {row[0]: row[1] for row in fresh(clock).derivation}
    assert kept["2027-01-31"] == "make_up"
    assert Version.objects.latest("number").confirmed["2027"]["by"] == "Ada"


def test_a_confirmation_outlives_the_next_change(office) -> None:
    actions.confirm_year("CN", 2027, actions.Notice("the notice"), by=office.ada, at=NOON)
    change = DayChange(date(2027, 3, 6), date(2027, 3, 6), To.MAKE_UP)
    actions.change_days("CN", [change], by=office.ada, at=NOON)
    assert queries.year_page(office.ada, "CN", 2027, at=NOON).confirmation.notice == "the notice"


def test_a_confirmation_needs_the_name_of_the_notice(office) -> None:
    with pytest.raises(Anticipated, match="which notice"):
        actions.confirm_year("CN", 2027, actions.Notice("  "), by=office.ada, at=NOON)
