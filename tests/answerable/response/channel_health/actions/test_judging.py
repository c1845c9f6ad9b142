"""Days of a verdict are the body's own, not those of the computer's zone."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

from answerable.response.channel_health.actions.judging import _waits


def test_a_letter_of_the_evening_before_midnight_in_utc_came_on_the_body_s_next_day():
    ground = SimpleNamespace(letters_here=True, entered=None, day=date(2026, 3, 10))
    # 00:30 of the 9th in the body's zone is still the 8th in UTC.
    assert _waits(ground, datetime(2026, 3, 8, 16, 30, tzinfo=UTC)) == 1.0
    assert _waits(ground, datetime(2026, 3, 8, 15, 30, tzinfo=UTC)) == 2.0
    assert _waits(ground, None) is None
