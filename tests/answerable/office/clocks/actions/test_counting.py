"""Counting keeps what it counted on."""

from answerable.office.clocks.actions import counting
from answerable.office.clocks.queries import calendar_named
from tests.answerable.office.clocks.makers import make_clock


def test_a_clock_names_the_version_it_was_counted_on(office) -> None:
    clock = make_clock(office)
    assert (clock.calendar, clock.calendar_version) == ("CN", 1)
    assert counting.split(calendar_named("GB-ENG")) == ("GB-ENG", 0)


def test_a_limit_in_hours_runs_round_the_clock_and_one_in_days_does_not(office) -> None:
    assert counting.stretch_of(make_clock(office, limit="48h")).round_the_clock
    assert not counting.stretch_of(make_clock(office, subject="letter:2")).round_the_clock
