"""What is an item, what is refused and why, and in which order items go."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from storystream.items import Item
from storystream.text import read, unpack
from storystream_spark.backfill import STEP, steps
from storystream_spark.reading import rows_of
from storystream_spark.records import NoItem, in_order, item_of, moment

GOOD = {
    "id": "a",
    "title": "今晚停水",
    "text": "",
    "published_at": "2026-05-01T09:00:00+08:00",
    "source": "x",
}


def test_a_row_becomes_an_item_with_its_zone():
    item = item_of(GOOD)
    assert item.published_at == datetime(2026, 5, 1, 1, tzinfo=UTC)
    assert moment("2026-05-01T09:00:00") == datetime(2026, 5, 1, 9, tzinfo=UTC)
    assert moment(datetime(2026, 5, 1, 9, tzinfo=timezone(timedelta(hours=8)))).utcoffset() == timedelta(
        hours=8
    )


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"id": None}, "no id"),
        ({"published_at": ""}, "no published_at"),
        ({"published_at": "yesterday"}, "no time"),
        ({"title": None, "text": ""}, "neither title nor text"),
    ],
)
def test_what_is_no_item_says_why(changes, reason):
    with pytest.raises(NoItem, match=reason):
        item_of({**GOOD, **changes})


def test_rows_are_read_and_refused_ones_keep_their_reason():
    good, bad = rows_of([GOOD, {**GOOD, "id": "b", "published_at": ""}])
    assert good[:5] == ("a", "今晚停水", "2026-05-01T09:00:00+08:00", "x", "2026-05-01")
    assert unpack(good[5]).words.tolist() == read(item_of(GOOD)).words.tolist()
    assert bad[-1] == "no published_at"


def test_equal_times_go_by_id():
    at = datetime(2026, 5, 1, tzinfo=UTC)
    pairs = [
        (Item(name, "x", published_at=at + timedelta(hours=hour)), None)
        for name, hour in (("b", 0), ("a", 0), ("c", -1))
    ]
    assert [item.id for item, _ in in_order(iter(pairs))] == ["c", "a", "b"]


def test_days_are_put_together_up_to_a_step():
    assert steps({"2026-05-03": 1, "2026-05-01": STEP, "2026-05-02": 1}) == [
        ("2026-05-01", "2026-05-01"),
        ("2026-05-02", "2026-05-03"),
    ]
    assert steps({}) == []
