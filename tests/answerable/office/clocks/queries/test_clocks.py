"""Clocks as pages show them."""

from answerable.office.clocks import actions, queries
from answerable.office.clocks.models import Clock
from tests.answerable.office.clocks.makers import DAY, HOUR, make_clock, make_letter_clock, row_of
from tests.answerable.office.people.makers import NOON


def test_what_is_left_runs_down_and_below_a_fifth_it_is_soon(office) -> None:
    clock = make_clock(office, limit="10h")
    row = row_of(clock, at=NOON + 2 * HOUR)
    assert (row.left, round(row.share_left, 2), row.tone) == (8 * HOUR, 0.8, "ok")
    assert row_of(clock, at=NOON + 9 * HOUR).tone == "soon"
    over = row_of(clock, at=NOON + 11 * HOUR)
    assert (over.state, over.tone, over.left, over.share_left) == ("breached", "late", -HOUR, 0.0)


def test_a_clock_that_stands_still_shows_what_was_left_then(office) -> None:
    clock = make_letter_clock(office)
    actions.pause(clock.pk, "asked_for_clarification", by=office.chen, at=NOON + DAY)
    assert row_of(clock, at=NOON + 20 * DAY).left == clock.due - NOON - DAY


def test_a_clock_that_was_met_shows_what_was_left_then(office) -> None:
    clock = make_clock(office)
    actions.meet("letter:1", "substantive_reply", by=office.chen, at=NOON + DAY)
    assert row_of(clock, at=NOON + 50 * DAY).left == clock.due - NOON - DAY


def test_the_derivation_shows_every_day_with_its_kind(office) -> None:
    row = row_of(make_clock(office))
    assert [step.kind for step in row.derivation].count("weekend") == 2
    assert row.derivation[-1].used == "7wd"
    assert {step.kind_name for step in row.derivation} == {"working day", "weekend"}


def test_many_subjects_cost_no_more_queries_than_one(office, django_assert_num_queries) -> None:
    for number in range(6):
        make_letter_clock(office, subject=f"letter:{number}")
    with django_assert_num_queries(1):
        found = queries.clocks_of_many([f"letter:{number}" for number in range(6)], at=NOON)
    assert all(len(rows) == 1 for rows in found.values())


def test_what_runs_out_first_comes_first_within_ones_reach(office) -> None:
    late = make_clock(office, subject="letter:1", limit="9wd")
    early = make_clock(office, subject="letter:2", limit="2wd")
    assert [row.id for row in queries.running(office.chen, at=NOON, limit=9)] == [early.pk, late.pk]
    assert [row.id for row in queries.running(office.chen, at=NOON, limit=1)] == [early.pk]
    assert queries.running(office.dana, at=NOON, limit=9) == ()


def test_what_is_owed_comes_before_what_is_done(office) -> None:
    make_clock(office, stage="acknowledge", limit="1h")
    actions.meet("letter:1", "acknowledge", by=office.chen, at=NOON)
    make_clock(office, stage="reply", limit="7wd")
    assert [row.stage for row in queries.clocks_of("letter:1", at=NOON)] == ["reply", "acknowledge"]


def test_a_subject_without_clocks_has_none(office) -> None:
    assert queries.clocks_of("case:77", at=NOON) == ()


def test_a_clock_of_a_person_and_no_unit_is_that_persons_alone(office) -> None:
    Clock.objects.filter(pk=make_clock(office).pk).update(unit=None, post=None, person=office.chen.person)
    seen = [len(queries.running(one, at=NOON, limit=5)) for one in (office.chen, office.ada, office.boris)]
    assert seen == [1, 0, 0]
