"""A derivation is kept and read without loss."""

from answerable.office.clocks.rules.derivation import as_rows, as_steps
from answerable.office.clocks.rules.limits import deadline, read_limit
from answerable.office.clocks.rules.seeds import seed
from tests.answerable.office.clocks.makers import shanghai


def test_steps_survive_being_kept() -> None:
    steps = deadline(shanghai(2026, 9, 28, 10), read_limit("7wd"), seed("CN")).steps
    assert as_steps(as_rows(steps)) == steps
