"""The list of reports upward."""

import pytest

from answerable.kernel.errors import NotFound
from answerable.response.cases import actions
from answerable.response.cases.queries.papers import last_addressee, paper_page, paper_table
from answerable.response.cases.rules.states import PaperMove
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.actions.test_papers import draft, signed
from tests.answerable.response.cases.makers import make_case, make_cast

pytestmark = pytest.mark.django_db


def test_drafts_stand_first_and_then_the_newest_number(django_assert_num_queries) -> None:
    cast = make_cast()
    case = make_case(cast)
    for _ in range(2):
        actions.send_paper(signed(cast, case), "By hand", by=cast.ada, at=NOON)
    actions.draft_paper(case, draft(title="Not sent"), by=cast.ada, at=NOON)
    with django_assert_num_queries(2):
        table = paper_table(cast.ada, page=7)
    assert [row.number for row in table.rows] == ["", "2026-2", "2026-1"]
    assert (table.total, table.page) == (3, 1)


def test_a_page_offers_signing_to_who_leads_only() -> None:
    cast = make_cast()
    paper = actions.draft_paper(make_case(cast), draft(), by=cast.chen, at=NOON)
    assert paper_page(cast.chen, paper).moves == ()
    assert paper_page(cast.chen, paper).may_edit
    assert paper_page(cast.boris, paper).moves == (PaperMove.SIGN,)


def test_another_unit_does_not_see_it() -> None:
    cast = make_cast()
    paper = actions.draft_paper(make_case(cast), draft(), by=cast.chen, at=NOON)
    with pytest.raises(NotFound):
        paper_page(cast.fang, paper)
    assert paper_table(cast.fang).total == 0


def test_the_last_addressee_is_remembered_once_something_went_out() -> None:
    cast = make_cast()
    case = make_case(cast)
    assert last_addressee(cast.ada) == ("", "")
    actions.send_paper(signed(cast, case, to="County"), "By hand", by=cast.ada, at=NOON)
    assert last_addressee(cast.ada) == ("County", "")
