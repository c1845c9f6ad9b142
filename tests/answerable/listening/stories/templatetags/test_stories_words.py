"""Words and marks of stories."""

from datetime import UTC, datetime, timedelta

from answerable.listening.stories.queries import Mark
from answerable.listening.stories.rules.spans import bars
from answerable.listening.stories.rules.trends import Trend
from answerable.listening.stories.templatetags.stories_words import percent, story_figures, trend_mark

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_every_trend_has_its_mark_and_a_share_its_percentage():
    assert all(trend_mark(trend)["word"] for trend in Trend)
    assert percent(0.314) == "31\u202f%"


def test_a_mark_stands_at_the_bar_in_which_it_happened():
    drawn, length = bars({NOON: 1, NOON + timedelta(hours=3): 2})
    figures = story_figures(drawn, length, [Mark(NOON + timedelta(minutes=70), "Signal", "/x/")])
    assert figures["marks"] == [{"at": figures["times"][1], "name": "Signal"}]
    assert len(figures["low"]) == len(figures["times"]) == 4


def test_a_mark_before_the_first_bar_is_left_out():
    drawn, length = bars({NOON: 1})
    assert story_figures(drawn, length, [Mark(NOON - timedelta(days=1), "Signal", "/x/")])["marks"] == []
