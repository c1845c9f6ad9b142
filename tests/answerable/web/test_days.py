"""A list is narrowed to the days of its address, both of them whole, in the body's zone."""

import pytest
from django.http import QueryDict
from django.utils.translation import override

from answerable.web.days import Days, days_asked


def test_both_days_are_part_of_what_is_asked():
    days = days_asked(QueryDict("begin=2026-07-01&end=2026-09-30"))
    assert (days.since.isoformat(), days.until.isoformat()) == (
        "2026-07-01T00:00:00+08:00",
        "2026-09-30T23:59:59.999999+08:00",
    )


@pytest.mark.parametrize("address", ["", "begin=&end=", "begin=soon", "end=2026-02-31", "begin=20-1"])
def test_what_is_no_day_narrows_nothing(address):
    days = days_asked(QueryDict(address))
    assert not days
    assert (days.since, days.until) == (None, None)


def test_days_are_written_as_people_write_them():
    days = days_asked(QueryDict("end=2026-07-01"))
    with override("en"):
        assert (days.first, days.last) == ("", "1 Jul 2026")
    with override("zh-hans"):
        assert days.last == "2026年7月1日"


def test_either_side_may_stay_open():
    days = days_asked(QueryDict("begin=2026-07-01"))
    assert days
    assert days == Days(days.begin)
    assert days.until is None
