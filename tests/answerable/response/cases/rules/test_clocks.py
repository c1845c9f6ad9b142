"""Which clock to look at first."""

from dataclasses import dataclass
from datetime import timedelta

from answerable.response.cases.rules.clocks import next_out
from tests.answerable.office.people.makers import NOON


@dataclass(frozen=True)
class Clock:
    """A clock as the office shows it."""

    due: object
    state: str


def test_the_one_that_runs_out_first_is_looked_at_first() -> None:
    late, soon = Clock(NOON, "breached"), Clock(NOON + timedelta(hours=1), "running")
    assert next_out([soon, late]) is late


def test_what_is_met_or_closed_is_owed_no_longer() -> None:
    assert next_out([Clock(NOON, "met"), Clock(NOON, "closed")]) is None


def test_nothing_runs_nothing_is_shown() -> None:
    assert next_out([]) is None
