"""The matrix page, as it is measured: its queries do not grow with the units."""

import pytest

from benchmarks.duties_body import measure


@pytest.fixture
def rows(db):
    """What is measured for a body of a few units."""
    return {row["what"].partition(": ")[2]: row for row in measure(6)}


def test_runs_are_laid_out_for_every_unit_and_a_page_is_drawn(rows) -> None:
    assert rows["runs laid out for 12 months"]["value"] > 6 * 10
    assert rows["processor ms of the matrix page"]["value"] > 0


def test_the_matrix_asks_a_fixed_number_of_queries(rows) -> None:
    assert rows["queries of the matrix page"]["value"] <= 12
