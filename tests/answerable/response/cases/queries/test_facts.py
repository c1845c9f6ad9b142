"""One fact for its form."""

import pytest

from answerable.kernel.errors import NotFound
from answerable.response.cases import actions
from answerable.response.cases.actions import EvidenceDraft
from answerable.response.cases.queries.facts import fact_page
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import fact, make_case, make_cast

pytestmark = pytest.mark.django_db


def test_a_fact_fills_its_form_again() -> None:
    cast = make_cast()
    piece = EvidenceDraft("link", "Our values", "https://water.example/values")
    made = actions.add_fact(
        make_case(cast), fact(finding="not_so", words="Iron.", evidence=(piece,)), by=cast.ada, at=NOON
    )
    values = fact_page(cast.ada, made).first_values()
    assert (values["finding"], values["piece_1"], values["link_1"]) == (
        "not_so",
        "Our values",
        "https://water.example/values",
    )


def test_a_fact_out_of_reach_or_gone_is_not_there() -> None:
    cast = make_cast()
    made = actions.add_fact(make_case(cast), fact(), by=cast.ada, at=NOON)
    with pytest.raises(NotFound):
        fact_page(cast.fang, made)
    with pytest.raises(NotFound):
        fact_page(cast.ada, 999)
