"""Figures are of years that are over, by unit and cause, and say nothing of few."""

from dataclasses import fields

import pytest

from answerable.governance.accountability.models import File
from answerable.governance.accountability.queries.statistics import Figures, figures
from answerable.kernel.errors import NotAllowed
from tests.answerable.governance.accountability.makers import DAY, LATER, Hall, open_file

pytestmark = pytest.mark.django_db
NEXT_YEAR = LATER + 365 * DAY


def test_one_file_is_too_few_to_say_anything():
    hall = Hall()
    file = open_file(hall)
    File.objects.filter(pk=file.pk).update(state="closed", closed_at=LATER, cause="system_outage")
    found = figures(hall.act("olga", NEXT_YEAR), 2026, at=NEXT_YEAR)
    assert found.whole is None
    assert [line.count for line in found.units + found.causes + found.measures] == [None, None, None]


def test_a_year_that_still_runs_has_no_figures():
    assert figures(Hall().act("olga"), 2026, at=LATER).units == ()


def test_no_figure_has_a_person_and_others_see_none():
    assert {one.name for one in fields(Figures)} == {"year", "whole", "units", "causes", "measures"}
    with pytest.raises(NotAllowed):
        figures(Hall().act("chen"), 2025, at=LATER)
