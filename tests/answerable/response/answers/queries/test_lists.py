"""The list of answers."""

from datetime import timedelta

from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.response.answers import actions
from answerable.response.answers.queries import Wish, answer_table, answers_of_case
from answerable.response.answers.queries.lists import is_public
from answerable.response.answers.rules.states import GateState, State
from answerable.response.cases import actions as cases
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.answers.makers import LATER, make_draft, make_published, pass_gate


def test_each_text_is_counted_in_the_tab_of_its_gate(office) -> None:
    make_draft(office)
    back = make_draft(office)
    actions.hand_in(back, by=office.chen, at=LATER)
    review.send_back(reviews.review_of(f"answer:{back}").id, "No.", by=office.ada, at=LATER)
    actions.hand_in(make_draft(office), by=office.chen, at=LATER)
    pass_gate(office, make_draft(office))
    make_published(office)
    actions.drop(make_draft(office), by=office.chen, at=LATER)
    counts = answer_table(office.ada, Wish()).counts
    assert counts == {"work": 2, "review": 1, "ready": 1, "public": 1, "withdrawn": 0, "all": 5}
    gates = {row.gate for row in answer_table(office.ada, Wish(tab="work")).rows}
    assert gates == {GateState.DRAFT, GateState.SENT_BACK}


def test_a_correction_in_work_is_listed_twice_by_what_it_is(office) -> None:
    make_published(office)
    answer = answer_table(office.ada, Wish(tab="public")).rows[0].id
    actions.correct(answer, "The hour.", by=office.chen, at=LATER)
    counts = answer_table(office.ada, Wish()).counts
    assert (counts["work"], counts["public"]) == (1, 1)


def test_filters_narrow_the_list(office) -> None:
    make_draft(office, title="Water in Mill Lane")
    make_draft(office, title="东桥路来水", language="zh")
    assert answer_table(office.ada, Wish(words="mill")).total == 1
    assert answer_table(office.ada, Wish(words="来水")).total == 1
    assert answer_table(office.ada, Wish(language="zh")).total == 1
    assert answer_table(office.ada, Wish(kind="conference")).total == 0


def test_answers_are_listed_that_were_published_from_one_moment_until_another(office) -> None:
    make_draft(office)
    make_published(office)
    at = answer_table(office.ada, Wish(tab="public")).rows[0].published_at
    hour = timedelta(hours=1)
    spans = ((at, at), (None, at - hour), (at + hour, None))
    totals = [answer_table(office.ada, Wish(tab="all", since=one, until=other)).total for one, other in spans]
    assert totals == [1, 0, 0]


def test_a_page_that_does_not_exist_gives_the_last_one(office) -> None:
    for number in range(3):
        make_draft(office, title=f"Draft {number}")
    table = answer_table(office.ada, Wish(page=9), size=2)
    assert (table.page, len(table.rows)) == (2, 1)
    assert answer_table(office.ada, Wish(tab="no such tab")).total == 3


def test_somebody_of_another_unit_sees_what_is_public(office) -> None:
    make_draft(office)
    make_published(office)
    assert answer_table(office.dana, Wish(tab="all")).total == 1


def test_a_case_names_its_answers(office) -> None:
    opening = cases.Opening(title="Brown water", matter="It is brown.", seen_at=NOON, unit=office.unit)
    case = cases.open_case(opening, by=office.ada, at=NOON)
    answer = make_draft(office, cases=(case,))
    make_draft(office)
    assert [row.id for row in answers_of_case(office.ada, case)] == [answer]


def test_a_draft_is_not_public() -> None:
    assert is_public(State.WITHDRAWN)
    assert not is_public(State.DRAFT)
