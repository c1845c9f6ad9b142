"""Nobody decides on what they found, nobody rechecks what they found or put right."""

from datetime import UTC, date, datetime, timedelta

import pytest

from answerable.governance.inspections.rules.fairness import (
    Parties,
    may_decide,
    may_recheck,
    next_quarter,
    silence_is_over,
)

PARTIES = Parties(found=frozenset({1, 2}), corrected=frozenset({3}), unit=7)
AT = datetime(2026, 3, 2, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("person", "homes", "decides", "rechecks"),
    [
        (1, (5,), False, False),
        (3, (5,), True, False),
        (4, (5,), True, True),
        (4, (7,), False, False),
        (None, (), False, False),
    ],
)
def test_who_had_a_hand_in_it_stands_back(person, homes, decides, rechecks):
    assert may_decide(person, homes, PARTIES) is decides
    assert may_recheck(person, homes, PARTIES) is rechecks


def test_silence_counts_only_after_its_time():
    assert not silence_is_over(None, at=AT)
    assert not silence_is_over(AT, at=AT)
    assert silence_is_over(AT - timedelta(seconds=1), at=AT)


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2026, 1, 1), date(2026, 4, 1)),
        (date(2026, 3, 31), date(2026, 4, 1)),
        (date(2026, 4, 1), date(2026, 7, 1)),
        (date(2026, 9, 30), date(2026, 10, 1)),
        (date(2026, 12, 31), date(2027, 1, 1)),
    ],
)
def test_the_next_quarter_begins_after_this_one(day, first):
    assert next_quarter(day) == first
