"""What speaks for a unit is looked up, each thing by itself."""

from datetime import UTC, date, datetime, timedelta

import pytest

from answerable.governance.duties.rules.excuses import Excuse, Facts, Key, found_first, is_outage, look_up
from answerable.office.people.rules import Span

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 10)
NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)
CHEN, EMIL = 1, 2


def keys_found(**changes):
    fields = {"held": ((CHEN, Span(FIRST)),), **changes}
    return [excuse.key for excuse in look_up(Facts(FIRST, LAST, **fields)) if excuse.found]


def test_an_ordinary_time_excuses_nothing():
    assert keys_found(notices=2, delivered=2) == []


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ({"held": ()}, Key.POST_EMPTY),
        ({"held": ((CHEN, Span(FIRST, date(2026, 3, 5))),)}, Key.POST_EMPTY),
        ({"away": ((CHEN, Span(date(2026, 3, 4), date(2026, 3, 6))),)}, Key.NO_BACKUP),
        ({"notices": 2, "delivered": 0}, Key.UNDELIVERED),
        ({"moved_from": NOON, "moved_to": NOON - timedelta(days=2)}, Key.CALENDAR),
        ({"outages": ((NOON, NOON + timedelta(hours=5)),)}, Key.OUTAGE),
        ({"held_by_reviewer": timedelta(days=3)}, Key.HELD),
    ],
)
def test_each_excuse_is_found_by_its_facts(facts, key):
    assert keys_found(**facts) == [key]


def test_an_absence_with_a_backup_excuses_nothing():
    away = ((CHEN, Span(date(2026, 3, 4), date(2026, 3, 6))),)
    assert keys_found(held=((CHEN, Span(FIRST)), (EMIL, Span(FIRST))), away=away) == []


def test_what_was_found_stands_first():
    rows = [Excuse(Key.POST_EMPTY, False), Excuse(Key.OUTAGE, True)]
    assert [row.key for row in found_first(rows)] == [Key.OUTAGE, Key.POST_EMPTY]


def test_rounds_a_few_minutes_apart_are_no_outage():
    assert not is_outage(NOON, at=NOON + timedelta(minutes=59))
    assert not is_outage(None, at=NOON)
    assert is_outage(NOON, at=NOON + timedelta(minutes=61))
