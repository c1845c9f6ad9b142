"""A year as its page shows it."""

from datetime import date

import pytest

from answerable.kernel.errors import NotFound
from answerable.office.clocks import actions, queries
from answerable.office.clocks.rules.revising import DayChange, To
from tests.answerable.office.clocks.makers import make_clock, shanghai
from tests.answerable.office.people.makers import NOON


def test_a_year_has_twelve_months_and_the_working_days_of_its_notice(office) -> None:
    page = queries.year_page(office.ada, "CN", 2026, at=NOON)
    assert len(page.months) == 12
    # 365 days, 104 of them at week ends; 6 make-up days; 19 weekdays off, by the notice for 2026
    assert sum(month.worked for month in page.months) == 248
    assert page.make_up == 6
    assert page.confirmation is not None


def test_a_year_without_its_notice_says_how_many_open_clocks_reach_into_it(office) -> None:
    make_clock(office, at=shanghai(2026, 12, 29, 10))
    make_clock(office, at=NOON, subject="letter:2")
    page = queries.year_page(office.ada, "CN", 2027, at=NOON)
    assert (page.confirmation, page.reaching) == (None, 1)


def test_what_a_version_moved_is_shown_within_ones_reach(office) -> None:
    clock = make_clock(office)
    change = DayChange(date(2026, 3, 4), date(2026, 3, 4), To.HOLIDAY, "Storm")
    done = actions.change_days("CN", [change], by=office.ada, at=NOON)
    assert [row.clock for row in queries.moved_by(office.chen, "CN", done.version)] == [clock.pk]
    assert queries.moved_by(office.dana, "CN", done.version) == ()


def test_a_calendar_of_nowhere_is_not_there(office) -> None:
    with pytest.raises(NotFound):
        queries.year_page(office.ada, "XX", 2026, at=NOON)


def test_whoever_may_not_keep_the_calendar_gets_no_forms(office) -> None:
    assert queries.year_page(office.ada, "CN", 2026, at=NOON).may_keep
    assert not queries.year_page(office.chen, "CN", 2026, at=NOON).may_keep
