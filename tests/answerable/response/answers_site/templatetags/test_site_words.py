"""Words and times on the public pages."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from answerable.response.answers_site.templatetags.site_words import (
    change_name,
    day,
    kind_name,
    level_name,
    moment,
    month_words,
    span_words,
    wing_name,
)

AT = datetime(2026, 3, 1, 18, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "2 March 2026, 02:05"), ("zh-hans", "2026年3月2日 02:05")]
)
def test_a_time_is_that_of_the_town_with_its_zone_for_programs(language, words):
    with translation.override(language):
        assert moment(AT) == f'<time datetime="2026-03-02T02:05+08:00">{words}</time>'


def test_a_day_and_a_month_are_those_of_the_town():
    with translation.override("zh-hans"):
        assert day(AT) == '<time datetime="2026-03-02">2026年3月2日</time>'
        assert month_words(AT) == "2026年3月"


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(0), "1 minute"),
        (timedelta(minutes=59), "59 minutes"),
        (timedelta(hours=4, minutes=30), "4.5 h"),
        (timedelta(hours=48), "48 h"),
        (timedelta(days=9), "9 days"),
    ],
)
def test_how_long_it_took_is_said_as_the_rules_count(length, words):
    with translation.override("en"):
        assert span_words(length) == words


def test_keys_have_words():
    with translation.override("en"):
        assert (kind_name("first_release"), change_name("withdrawal")) == ("first release", "withdrawal")
        assert (level_name("grave"), level_name("")) == ("grave", "not assessed yet")
        assert wing_name("figures") == "Figures"
