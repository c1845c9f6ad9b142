"""A calendar file keeps an entry's UID when its date moves, and holds no more than due dates."""

from datetime import UTC, datetime

import pytest
from icalendar import Calendar

from answerable.governance.duties.ical import written
from answerable.governance.duties.queries.rows import rows_of
from tests.answerable.governance.duties.makers import make_town, opened

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 20, 2, tzinfo=UTC)


def test_an_entry_keeps_its_uid_when_its_date_moves():
    run = opened(make_town())
    before = Calendar.from_ical(written(rows_of([run], at=NOW), home="https://house.example/", at=NOW))
    run.due = datetime(2026, 4, 5, tzinfo=UTC)
    after = Calendar.from_ical(written(rows_of([run], at=NOW), home="https://house.example/", at=NOW))
    (first,), (second,) = before.walk("VEVENT"), after.walk("VEVENT")
    assert first["uid"] == second["uid"] == f"occurrence-{run.pk}@house.example"
    assert first["dtstart"].dt != second["dtstart"].dt
    assert "Chen" not in str(first)


def test_an_empty_calendar_is_a_calendar():
    assert Calendar.from_ical(written([], home="https://house.example/", at=NOW)).walk("VEVENT") == []
