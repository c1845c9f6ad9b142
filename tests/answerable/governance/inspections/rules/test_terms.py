"""The terms of a round: kept, read again, and refused where they make no sense."""

import pytest

from answerable.governance.inspections.rules.terms import Terms, as_record, from_record


def test_terms_are_read_as_they_were_kept_and_what_lacks_stands_as_at_first():
    terms = Terms("1/3", 3, ("beacon",), 2, "2.5")
    assert from_record(as_record(terms)) == terms
    assert from_record({"ratio": "0.2", "more": 1}) == Terms(ratio="0.2")


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({}, ""),
        ({"ratio": "0"}, "ratio"),
        ({"ratio": "1.1"}, "ratio"),
        ({"ratio": "a tenth"}, "figures"),
        ({"ratio": "1/0"}, "figures"),
        ({"weight": "much"}, "figures"),
        ({"weight": "-1"}, "weight"),
        ({"inspectors": 0}, "count"),
        ({"times": 6}, "count"),
    ],
)
def test_what_makes_no_sense_is_named(changes, problem):
    assert Terms(**changes).problem() == problem
