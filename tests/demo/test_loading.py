"""The town's two weeks are replayed hour by hour, edits in their own hour."""

from datetime import UTC, datetime

from demo.loading import hours, replay
from demo.news import two_weeks

NOON = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)


def test_hours_hold_every_publication_and_every_edit_up_to_now():
    pieces = two_weeks(NOON)
    cut = hours(pieces, NOON)
    rows = [row for moment in cut for rows in moment.by_source.values() for row in rows]
    edits = sum(piece.edited_at is not None and piece.edited_at <= NOON for piece in pieces)
    assert len(rows) == len(pieces) + edits
    assert sum(edited for _piece, edited in rows) == edits
    assert [moment.at for moment in cut] == sorted(moment.at for moment in cut)
    assert cut[-1].at <= NOON


def test_replaying_hands_over_each_hour_before_the_next():
    seen = []
    cut = hours(two_weeks(NOON), NOON)[:3]
    count = replay(cut, lambda slug, rows, at: seen.append((slug, at)), lambda at: seen.append(("after", at)))
    assert count == sum(len(rows) for moment in cut for rows in moment.by_source.values())
    assert [name for name, at in seen if at == cut[0].at][-1] == "after"
    assert seen[-1] == ("after", cut[2].at)
