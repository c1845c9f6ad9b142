"""A figure leads to its list with the filters that the list understands."""

import pytest

from answerable.reports.kinds.parts.links import CASES, FINDINGS, LETTERS, every_state, listed
from tests.answerable.reports.kinds.makers import make_period


@pytest.mark.parametrize(
    ("made", "address"),
    [
        (lambda whole, unit: listed(CASES), "/respond/cases/"),
        (lambda whole, unit: listed(CASES, whole, tab="open"), "/respond/cases/?tab=open"),
        (lambda whole, unit: listed(CASES, unit, tab="open"), "/respond/cases/?tab=open&unit=7"),
        (
            lambda whole, unit: listed(LETTERS, unit, days=whole, tab="all"),
            "/respond/letters/?tab=all&unit=7&begin=2026-10-01&end=2026-12-31",
        ),
        (lambda whole, unit: every_state(FINDINGS, whole), "/govern/inspections/findings/?state="),
        (lambda whole, unit: every_state(FINDINGS, unit), "/govern/inspections/findings/?unit=7&state="),
    ],
)
def test_only_what_a_period_is_about_narrows_a_list(made, address):
    assert made(make_period(), make_period(unit=7)) == address
