"""The board shows cases by what needs a person now, in a fixed number of queries."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.response.cases import actions
from answerable.response.cases.actions import Handing, Proposal
from answerable.response.cases.models import Case
from answerable.response.cases.queries.board import PAGE_SIZE, Wish, board, sheet
from answerable.response.cases.rules.levels import Level
from answerable.response.cases.rules.states import Need
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import (
    HOUR,
    answered,
    assessed,
    assigned,
    closed,
    make_case,
    make_cast,
    opinion,
    registered,
)

pytestmark = pytest.mark.django_db
AT = NOON + 40 * HOUR


def mine(actor) -> list[int]:
    """The cases that wait for somebody."""
    return [row.id for row in board(actor, Wish(), at=AT).rows]


def listed(actor, tab: str, **wish) -> list[int]:
    """The cases of a tab."""
    return [row.id for row in board(actor, Wish(tab=tab, **wish), at=AT).rows]


def test_an_empty_board_counts_nothing() -> None:
    found = board(make_cast().ada, Wish(), at=AT)
    assert (found.rows, found.total, found.page) == ((), 0, 1)
    assert set(found.by_tab.values()) == {0}


def test_every_open_case_stands_under_what_it_waits_for() -> None:
    cast = make_cast()
    cases = {
        Need.REGISTER: make_case(cast),
        Need.ASSESS: registered(cast),
        Need.ASSIGN: assessed(cast),
        Need.ANSWER: assigned(cast),
        Need.FOLLOW: answered(cast),
    }
    for need, case in cases.items():
        assert listed(cast.ada, need) == [case]
    ended, _review = closed(cast)
    assert listed(cast.ada, "ended") == [ended]
    assert set(listed(cast.ada, "open")) == set(cases.values())


def test_all_holds_open_and_ended_ones_newest_first_and_a_joined_one_once() -> None:
    cast = make_cast()
    ended, _review = closed(cast)
    young = make_case(cast, seen_at=NOON + HOUR, at=NOON + HOUR)
    joined = make_case(cast, seen_at=NOON + 2 * HOUR, at=NOON + 2 * HOUR)
    assert listed(cast.ada, "all") == [joined, young, ended]
    actions.merge(joined, young, by=cast.ada, at=NOON + 3 * HOUR)
    assert listed(cast.ada, "all") == [young, ended]


def test_the_days_narrow_the_board_to_what_was_seen_in_them() -> None:
    cast = make_cast()
    first = make_case(cast)
    second = make_case(cast, seen_at=NOON + HOUR, at=NOON + HOUR)
    assert listed(cast.ada, "all", since=NOON + HOUR / 2) == [second]
    assert listed(cast.ada, "all", until=NOON + HOUR / 2) == [first]
    assert listed(cast.ada, "all", since=NOON, until=NOON + HOUR) == [second, first]


def test_the_gravest_comes_first_and_among_them_the_oldest() -> None:
    cast = make_cast()
    light = assessed(cast, marks={})
    young = assessed(cast, marks={"harm": 3}, seen_at=NOON + HOUR / 4, at=NOON + HOUR / 4)
    old = assessed(cast, marks={"harm": 3})
    assert listed(cast.ada, "open") == [old, young, light]


def test_an_assessor_is_shown_a_case_until_they_have_spoken() -> None:
    cast = make_cast()
    case = registered(cast)
    assert mine(cast.emil) == [case]
    actions.give_opinion(case, opinion(harm=3), by=cast.emil, at=AT)
    assert mine(cast.emil) == []
    actions.give_opinion(case, opinion(), by=cast.chen, at=AT)
    assert mine(cast.emil) == mine(cast.chen) == [case]
    actions.propose_level(case, Proposal("major", "Harm."), by=cast.emil, at=AT)
    assert (mine(cast.emil), mine(cast.chen)) == ([], [case])
    actions.dissent(case, "No.", by=cast.chen, at=AT)
    assert (mine(cast.chen), mine(cast.boris)) == ([], [case])


def test_a_unit_with_an_open_task_is_shown_the_case() -> None:
    cast = make_cast()
    case = assigned(cast)
    task = actions.set_task(
        case, actions.TaskDraft(cast.repair.pk, "Flush.", AT + HOUR), by=cast.ada, at=NOON + HOUR
    )
    assert mine(cast.fang) == [case]
    actions.finish_task(task, "Flushed.", by=cast.fang, at=AT)
    assert mine(cast.fang) == []


def test_a_handover_waits_until_it_is_confirmed() -> None:
    cast = make_cast()
    case = assigned(cast)
    actions.hand_over(case, Handing("County", "Theirs."), by=cast.boris, at=AT)
    assert listed(cast.ada, Need.RECEIPT) == listed(cast.ada, "open") == mine(cast.ada) == [case]
    actions.confirm_handover(case, "They said so.", by=cast.ada, at=AT)
    assert listed(cast.ada, "open") == []
    assert listed(cast.ada, "ended") == [case]


def test_words_level_unit_and_number_narrow_it_down() -> None:
    cast = make_cast()
    bill = make_case(cast, title="The bill", matter="", unit=cast.repair.pk)
    water = assessed(cast, marks={"harm": 3})
    assert listed(cast.ada, "open", words="bill") == [bill]
    assert listed(cast.ada, "open", words=str(water)) == [water]
    assert listed(cast.ada, "open", level=Level.MAJOR) == [water]
    assert listed(cast.ada, "open", unit=cast.repair.pk) == [bill]
    assert listed(cast.ada, "open", level="none") == [bill]


def test_another_unit_s_cases_are_not_listed() -> None:
    cast = make_cast()
    make_case(cast)
    assert board(cast.fang, Wish(tab="open"), at=AT).total == 0


def many(cast, number: int) -> None:
    """Cases that wait, without their actions' time."""
    Case.objects.bulk_create(
        Case(
            title=f"Concern {place}",
            matter="",
            unit=cast.supply,
            seen_at=NOON + timedelta(minutes=place),
            opened_at=NOON,
            opened_by="Ada",
        )
        for place in range(number)
    )


def test_a_full_page_takes_as_many_queries_as_one_row() -> None:
    cast = make_cast()
    many(cast, 1)
    with CaptureQueriesContext(
        connection,
    ) as one:
        board(cast.ada, Wish(tab="open"), at=AT)
    many(cast, 70)
    with CaptureQueriesContext(connection) as full:
        found = board(cast.ada, Wish(tab="open"), at=AT)
    assert len(found.rows) == PAGE_SIZE
    assert len(full) == len(one) <= 8


def test_a_page_beyond_the_last_is_the_last() -> None:
    cast = make_cast()
    many(cast, 60)
    found = board(cast.ada, Wish(tab="open", page=9), at=AT)
    assert (found.page, len(found.rows)) == (2, 10)


def test_the_sheet_has_every_row() -> None:
    cast = make_cast()
    many(cast, 60)
    assert len(sheet(cast.ada, Wish(tab="open"), at=AT)) == 60
