"""Reading the house and the versions, with a fixed number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.governance.plan import queries
from answerable.governance.plan.queries.ahead import changes_between, units_by_post, year_from
from answerable.governance.plan.queries.house import as_bound_by_itself, house, town
from answerable.governance.plan.queries.versions import problems_of, versions
from answerable.governance.plan.shipped import shipped_plans
from answerable.kernel.errors import NotAllowed
from tests.answerable.governance.plan.makers import (
    NOON,
    day,
    make_house,
    make_plan,
    make_plan_in_force,
    make_version,
)
from tests.answerable.office.people.makers import make_unit

BUREAU = make_plan(shipped_plans()["district-bureau"]).document


@pytest.mark.django_db
def test_lint_costs_as_many_queries_at_thirty_units_as_at_three():
    def cost():
        with CaptureQueriesContext(connection) as caught:
            problems_of(version, at=NOON)
        return len(caught)

    here = make_house()
    version = make_version(here)
    cost()
    before = cost()
    for number in range(30):
        make_unit(here.top, code=f"x{number}")
    assert cost() == before


@pytest.mark.django_db
def test_a_house_knows_who_could_read_for_a_unit():
    here = make_house()
    seen = house(BUREAU, as_bound_by_itself(BUREAU), at=NOON)
    assert set(seen.each) == set(here.units)
    assert len(seen.readers["supply"]) >= 4
    assert seen.bound["P-LEAD", "bureau"].others


@pytest.mark.django_db
def test_each_unit_is_every_unit_below_the_body():
    here = make_house()
    found = units_by_post(BUREAU, town())
    assert found["P-LEAD"] == ("bureau",)
    assert set(found["P-LIAI"]) == set(here.units)
    assert found["P-COMM"] == ("office",)


@pytest.mark.django_db
def test_a_comparison_needs_something_to_compare_with():
    here = make_house()
    version = make_version(here)
    assert changes_between(here.actor("ada"), None, version.pk, at=NOON) is None
    make_plan_in_force(here)
    assert changes_between(here.actor("ada"), None, version.pk, at=NOON).difference.is_empty


@pytest.mark.django_db
def test_who_has_no_post_reads_no_plan():
    here = make_house()
    outsider = here.actor("ada").__class__(kind="nobody", name="")
    with pytest.raises(NotAllowed):
        versions(outsider)


def test_twelve_months_begin_with_the_month():
    assert year_from(day("2026-05-17")) == (day("2026-05-01"), day("2027-05-01"))


@pytest.mark.django_db
def test_no_plan_is_in_force_in_a_fresh_house():
    assert queries.in_force(at=NOON) is None
    assert queries.upcoming(at=NOON) is None
    assert queries.standing_of(99) is None
