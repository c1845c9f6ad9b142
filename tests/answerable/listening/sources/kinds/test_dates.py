"""Dates as feeds, tables and pages write them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from answerable.listening.sources.kinds.dates import OLDEST, clamp, read_date

AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "language", "read"),
    [
        ("Thu, 21 May 2026 08:30:00 +0800", "", "2026-05-21T00:30:00+00:00"),
        ("Thu, 21 May 2026 08:30:00 GMT", "", "2026-05-21T08:30:00+00:00"),
        ("21 May 2026 08:30:00 EST", "", "2026-05-21T13:30:00+00:00"),
        ("2026-05-21T08:30:00Z", "", "2026-05-21T08:30:00+00:00"),
        ("2026-05-21T08:30:00.123456+02:00", "", "2026-05-21T06:30:00+00:00"),
        ("2026-05-21 08:30:00", "", "2026-05-21T08:30:00+00:00"),
        ("2026-05-21 08:30:00", "zh", "2026-05-21T00:30:00+00:00"),
        ("2026年5月21日 8时30分", "zh", "2026-05-21T00:30:00+00:00"),
        ("2026年5月21日", "zh", "2026-05-20T16:00:00+00:00"),
        ("2026/5/21 8:30", "zh", "2026-05-21T00:30:00+00:00"),
        ("20260521", "", "2026-05-21T00:00:00+00:00"),
        ("2026-05-21T08:30:60Z", "", "2026-05-21T08:30:59+00:00"),
    ],
)
def test_a_date_is_read_with_its_zone(text: str, language: str, read: str) -> None:
    found = read_date(text, language)
    assert found is not None
    assert found.isoformat() == read


@pytest.mark.parametrize(
    "text", ["", "soon", "2026-13-40", "0000-00-00", "99999-01-01", "Mon, 99 Foo 2026", "\u0665"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("date", "kept", "moved"),
    [
        (AT - timedelta(days=1), AT - timedelta(days=1), False),
        (AT + timedelta(minutes=10), AT, False),
        (datetime(2099, 1, 1, tzinfo=UTC), AT, True),
        (datetime(1, 1, 1, tzinfo=UTC), AT - OLDEST, True),
        (datetime(9999, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=-12))), AT, True),
        (None, None, False),
    ],
)
def test_a_date_lies_in_the_ten_years_before_it_was_seen(
    date: datetime | None, kept: datetime | None, moved: bool
) -> None:
    assert clamp(date, AT) == (kept, moved)
