"""The rota as its page shows it."""

from datetime import timedelta

from answerable.office.rota import actions, queries
from answerable.office.rota.rules import Stint
from tests.answerable.office.clocks.makers import post_of, shanghai
from tests.answerable.office.people.makers import NOON

DAY = timedelta(days=1)


def put(office, first, *, times=1) -> None:
    """Chen on duty."""
    duty = actions.Duty(office.chen.person, post_of("Chen").pk)
    actions.add_turns([duty], first, times, by=office.ada, at=NOON)


def test_this_week_and_the_next_begin_on_monday_in_the_body_s_zone(office, settings) -> None:
    settings.TIME_ZONE = "Asia/Shanghai"
    found = queries.page(office.chen, at=shanghai(2026, 3, 8, 23))
    assert [week.begins for week in found.weeks] == [shanghai(2026, 3, 2), shanghai(2026, 3, 9)]


def test_the_page_names_who_is_on_duty_and_who_follows(office) -> None:
    put(office, Stint(NOON, NOON + DAY), times=2)
    found = queries.page(office.chen, at=NOON)
    assert [(row.name, row.post, row.mine) for row in found.now] == [("Chen", "Duty officer", True)]
    assert found.following.begins == NOON + DAY
    assert found.may_write
    assert not found.may_keep


def test_hours_of_the_office_without_anybody_are_shown_and_nights_are_not(office) -> None:
    for day in range(2, 7):
        put(office, Stint(shanghai(2026, 3, day, 9), shanghai(2026, 3, day, 12)))
        if day != 4:
            put(office, Stint(shanghai(2026, 3, day, 12), shanghai(2026, 3, day, 18)))
    week = queries.page(office.ada, at=shanghai(2026, 3, 2, 9)).weeks[0]
    assert [(gap.begins, gap.ends) for gap in week.open] == [
        (shanghai(2026, 3, 4, 12), shanghai(2026, 3, 5, 9))
    ]


def test_an_empty_rota_has_no_gaps_to_complain_of(office) -> None:
    found = queries.page(office.ada, at=NOON)
    assert (found.now, found.following, found.notes) == ((), None, ())
    assert [week.open for week in found.weeks] == [(), ()]


def test_the_page_costs_the_same_for_many_turns(office, django_assert_max_num_queries) -> None:
    put(office, Stint(NOON, NOON + DAY / 8), times=30)
    with django_assert_max_num_queries(11):
        assert len(queries.page(office.ada, at=NOON).weeks[0].turns) == 30


def test_who_can_be_put_on_duty_is_named_with_the_post(office) -> None:
    words = dict(queries.candidates(at=NOON))
    assert words[f"{post_of('Chen').pk}:{office.chen.person}"] == "Chen · Duty officer · Supply Division"
    assert not any("Dana" in one for one in words.values())
