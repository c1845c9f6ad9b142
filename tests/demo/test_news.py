"""The made-up town writes two weeks of news, the same each time."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import islice

import pytest

from demo.news import live, two_weeks
from demo.town import SOURCES

NOON = datetime(2026, 11, 23, 21, tzinfo=UTC)


def test_two_weeks_hold_about_three_thousand_pieces_from_every_source():
    pieces = two_weeks(NOON)
    assert 2500 < len(pieces) < 3300
    assert {piece.source for piece in pieces} == {source.slug for source in SOURCES}
    assert len(SOURCES) == 25


def test_equal_seeds_write_equal_news():
    assert two_weeks(NOON) == two_weeks(NOON)
    assert two_weeks(NOON, seed=1) != two_weeks(NOON, seed=2)


def test_nothing_lies_in_the_future_and_keys_are_unique():
    pieces = two_weeks(NOON)
    assert max(piece.at for piece in pieces) <= NOON
    assert min(piece.at for piece in pieces) > NOON - timedelta(days=15)
    assert len({piece.key for piece in pieces}) == len(pieces)


def test_week_ends_are_quiet_and_the_burst_main_comes_last():
    pieces = two_weeks(NOON)
    days = Counter(piece.at.date() for piece in pieces)
    assert sorted(days.values())[1] * 1.6 < max(days.values())
    burst = [piece for piece in pieces if piece.story == "burst-main"]
    assert min(piece.at for piece in burst) > NOON - timedelta(days=3)
    assert {piece.language for piece in burst} == {"zh", "en"}


def test_some_pieces_are_edited_later():
    edited = [piece for piece in two_weeks(NOON) if piece.edited_at]
    assert 30 < len(edited) < 160
    assert all(piece.edited_at > piece.at and piece.edited_text != piece.text for piece in edited)


def test_the_news_goes_on_after_the_two_weeks():
    pieces = list(islice(live(NOON), 50))
    assert [piece.at for piece in pieces] == sorted(piece.at for piece in pieces)
    assert sum(piece.story == "burst-main" for piece in pieces) > 10


@pytest.mark.parametrize("minute", [1, 33, 149, 151, 720])
def test_whenever_the_town_is_opened_the_burst_main_was_written_about_in_both_languages(minute):
    pieces = two_weeks(NOON.replace(hour=0) + timedelta(minutes=minute))
    burst = Counter(piece.language for piece in pieces if piece.story == "burst-main")
    assert min(burst["zh"], burst["en"]) >= 15
    assert len(pieces) > 2_500
