"""One clock and the list of what runs out."""

import pytest

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import NotFound
from answerable.office.clocks import actions, queries
from tests.answerable.office.clocks.makers import make_clock, shanghai
from tests.answerable.office.people.makers import NOON


def test_a_clock_shows_whom_its_ladder_called_and_whom_it_will_call(office) -> None:
    clock = make_clock(office, at=shanghai(2026, 3, 2, 10))
    actions.climb(by=MACHINE, at=shanghai(2026, 3, 9, 9))
    page = queries.clock_page(office.chen, clock.pk, at=shanghai(2026, 3, 9, 10))
    assert [(rung.offset, rung.state, rung.called) for rung in page.rungs] == [
        ("-2wd", "sent", (("Chen", ""),)),
        ("+1wd", "armed", ()),
        ("+5wd", "armed", ()),
    ]


def test_a_clock_out_of_reach_is_not_there(office) -> None:
    with pytest.raises(NotFound):
        queries.clock_page(office.dana, make_clock(office).pk, at=NOON)


def test_the_list_costs_the_same_for_many(office, django_assert_num_queries) -> None:
    for number in range(7):
        make_clock(office, subject=f"letter:{number}")
    with django_assert_num_queries(3):
        page = queries.open_clocks(office.chen, page=1, at=NOON)
        assert len(list(page)) == 7
