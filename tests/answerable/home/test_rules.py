"""When the morning is told."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from answerable.home.rules import is_morning, key_of

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(("hour", "told"), [(0, False), (7, False), (8, True), (10, True), (11, False)])
def test_the_morning_is_told_from_eight_until_eleven(hour, told):
    assert is_morning(datetime(2026, 3, 2, hour, 59, tzinfo=SHANGHAI)) is told


def test_each_day_has_a_morning_of_its_own():
    days = {key_of(datetime(2026, 3, day, 8, tzinfo=SHANGHAI)) for day in (1, 2, 3)}
    assert days == {"morning:2026-03-01", "morning:2026-03-02", "morning:2026-03-03"}
