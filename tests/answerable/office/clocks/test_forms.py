"""Forms of the room."""

from datetime import date, time

import pytest

from answerable.office.clocks.forms import ConfirmForm, DaysForm, HoursForm


def test_one_day_needs_no_last_day() -> None:
    form = DaysForm({"first": "2026-03-07", "last": "", "to": "make_up", "name": ""})
    assert form.is_valid()
    assert form.cleaned_data["last"] == date(2026, 3, 7)


def test_a_last_day_that_is_none_is_an_error_beside_it() -> None:
    form = DaysForm({"first": "2026-03-07", "last": "soon", "to": "make_up", "name": ""})
    assert "last" in form.errors


@pytest.mark.parametrize("text", ["09:00-12:00, 13:30-17:30", "09:00–12:00,13:30–17:30"])
def test_office_hours_are_read_as_people_write_them(text) -> None:
    form = HoursForm({"hours": text})
    assert form.is_valid()
    assert form.cleaned_data["hours"] == ((time(9), time(12)), (time(13, 30), time(17, 30)))


@pytest.mark.parametrize("text", ["", "9 to 5", "09:00", "25:00-26:00"])
def test_what_are_no_hours_is_an_error(text) -> None:
    assert not HoursForm({"hours": text}).is_valid()


def test_a_notice_needs_a_name_and_no_more() -> None:
    assert ConfirmForm({"notice": "国办发明电〔2026〕8号"}).is_valid()
    assert not ConfirmForm({"notice": "", "link": "https://www.gov.example/"}).is_valid()
