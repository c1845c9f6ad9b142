"""Clocks are met, come back in rounds, and freeze."""

from answerable.office.clocks import actions, queries
from answerable.office.clocks.events import ClockBreached
from answerable.office.clocks.models import Clock
from tests.answerable.office.clocks.makers import DAY, HOUR, fresh, make_clock, row_of
from tests.answerable.office.people.makers import NOON


def test_what_is_done_in_time_and_what_is_done_late_are_told_apart(office) -> None:
    early = make_clock(office, subject="letter:1")
    late = make_clock(office, subject="letter:2")
    actions.meet("letter:1", "substantive_reply", by=office.chen, at=NOON + DAY)
    actions.meet("letter:2", "substantive_reply", by=office.chen, at=late.due + HOUR)
    assert row_of(early, at=NOON + 60 * DAY).state == "met"
    assert row_of(late, at=NOON + 60 * DAY).state == "met_late"


def test_meeting_what_does_not_run_is_left_alone(office) -> None:
    assert actions.meet("letter:9", "substantive_reply", by=office.chen, at=NOON) == 0


def test_meeting_late_marks_the_breach_once(office, heard) -> None:
    clock = make_clock(office)
    actions.climb(by=office.ada, at=clock.due + HOUR)
    actions.meet("letter:1", "substantive_reply", by=office.chen, at=clock.due + 2 * HOUR)
    assert [type(one) for one in heard].count(ClockBreached) == 1
    assert fresh(clock).breached_at == clock.due + HOUR


def test_a_stage_that_comes_back_starts_its_next_round_from_now(office) -> None:
    matter = actions.Matter("case:1", "Burst main", "/respond/cases/1/", office.supply)
    actions.start_rule("e-grave", matter, since=NOON, by=office.ada, at=NOON)
    actions.meet("case:1", "update", by=office.ada, at=NOON + 10 * HOUR)
    running = Clock.objects.get(subject="case:1", stage="update", state="running")
    assert (running.round, running.due) == (2, NOON + 34 * HOUR)
    assert running.steps.count() == 3


def test_a_closed_subject_owes_nothing_and_comes_back_no_more(office) -> None:
    matter = actions.Matter("case:1", "Burst main", "/respond/cases/1/", office.supply)
    actions.start_rule("e-grave", matter, since=NOON, by=office.ada, at=NOON)
    assert actions.close("case:1", by=office.ada, at=NOON + HOUR) == 3
    assert actions.meet("case:1", "update", by=office.ada, at=NOON + 2 * HOUR) == 0
    assert {row.state for row in queries.clocks_of("case:1", at=NOON + DAY)} == {"closed"}
    assert actions.climb(by=office.ada, at=NOON + 9 * DAY) == actions.Climbed()


def test_after_closing_a_rule_gives_fresh_clocks(office) -> None:
    matter = actions.Matter("case:1", "Burst main", "/respond/cases/1/", office.supply)
    first = actions.start_rule("e-grave", matter, since=NOON, by=office.ada, at=NOON)
    actions.close("case:1", by=office.ada, at=NOON + HOUR)
    second = actions.start_rule("e-grave", matter, since=NOON + DAY, by=office.ada, at=NOON + DAY)
    assert not set(first) & set(second)
