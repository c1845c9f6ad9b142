"""Cases as other rooms name them."""

import pytest

from answerable.response.cases import actions
from answerable.response.cases.queries import case_choices, cases_named, facts_of
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import HOUR, assessed, closed, fact, make_case, make_cast

pytestmark = pytest.mark.django_db


def test_cases_are_named_with_link_and_level_and_unknown_ones_left_out() -> None:
    cast = make_cast()
    case = assessed(cast)
    found = cases_named([case, 999])
    assert set(found) == {case}
    assert (found[case].link, found[case].level) == (f"/respond/cases/{case}/", "considerable")


def test_a_form_offers_open_cases_of_one_s_reach_the_gravest_first() -> None:
    cast = make_cast()
    light, grave = make_case(cast), assessed(cast, marks={"harm": 3})
    make_case(cast, unit=cast.repair.pk)
    closed(cast)
    offered = case_choices(cast.chen, at=NOON + 50 * HOUR)
    assert [number for number, _title in offered] == [grave, light]


def test_the_facts_of_several_cases_take_three_queries(django_assert_num_queries) -> None:
    cast = make_cast()
    cases = [make_case(cast), make_case(cast)]
    for case in cases * 3:
        actions.add_fact(case, fact(), by=cast.ada, at=NOON)
    with django_assert_num_queries(3):
        assert len(facts_of(cases)) == 6
