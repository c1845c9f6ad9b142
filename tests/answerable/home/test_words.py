"""The morning in a few sentences, in both languages."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.utils.translation import override

from answerable.home.queries import Morning
from answerable.home.words import head_lines, lines
from answerable.listening.signals import queries as signals
from answerable.listening.sources.queries import Illness
from answerable.listening.stories import queries as stories
from answerable.response.cases.queries.head import HeadLine, HeadLineKey

SINCE = datetime(2026, 3, 2, 4, tzinfo=UTC)


def make_morning(**changes):
    fields = {
        "since": SINCE,
        "stories": stories.Morning(SINCE, (), 0, (), 0, 0),
        "signals": signals.Morning((), 0, 0),
        "ill": (),
        "ill_total": 0,
        "sources_total": 25,
        "overdue": 0,
        "watches": (),
        "unread": 0,
        "head": (),
        "clocks": (),
        "reviews": (),
    }
    return Morning(**(fields | changes))


def make_illness(name):
    return Illness(1, name, "silent", "silent", {}, SINCE, None, 1)


def said(language, **changes):
    with override(language):
        return [str(line.words) for line in lines(make_morning(**changes))]


def test_a_quiet_morning_says_so_in_four_lines():
    assert said("en") == [
        "No signal waits.",
        "No story grows.",
        "Nothing new since 2 Mar, Mon 12:00.",
        "All 25 sources are heard.",
    ]


def test_a_busy_morning_names_what_grows_and_who_is_ill():
    grows = (SimpleNamespace(title="A main burst"),)
    told = said(
        "en",
        stories=stories.Morning(SINCE, (), 3, grows, 1, 1_204),
        signals=signals.Morning((), 2, 1),
        ill=(make_illness("City Radio"), make_illness("The Courier"), make_illness("Third")),
        ill_total=3,
        overdue=1,
        unread=2,
    )
    assert told == [
        "2 signals wait, 1 new.",
        "1 story grows: A main burst",
        "3 new stories in 1,204 new items since 2 Mar, Mon 12:00.",
        "3 of 25 sources are not heard as they should be, longest: City Radio, The Courier",
        "1 source waits for its poll: is the worker running?",
        "2 notices wait for you.",
    ]


def test_the_same_morning_is_told_in_chinese():
    told = said("zh-hans", ill=(make_illness("城市广播"), make_illness("晨报")), ill_total=2, unread=1)
    assert told == [
        "没有待处理的预警。",
        "没有升温的话题。",
        "3月2日 周一 12:00以来没有新内容。",
        "25个来源中有2个采集异常，最久的是：城市广播、晨报",
        "您有1条通知待签收。",
    ]


@pytest.mark.parametrize(("new", "tone"), [(1, "late"), (0, "soon")])
def test_a_signal_that_nobody_has_looked_at_is_the_loudest_line(new, tone):
    assert lines(make_morning(signals=signals.Morning((), 2, new)))[0].tone == tone


def test_whoever_leads_reads_five_lines_even_when_there_is_nothing():
    with override("en"):
        told = head_lines(tuple(HeadLine(key, 0, "", "/respond/cases/") for key in HeadLineKey))
    assert [line.words for line in told] == [
        "Nothing waits for a decision.",
        "No grave or major case is open.",
        "No limit ends within a day.",
        "Nothing was answered in public since yesterday.",
        "No review is due.",
    ]
    assert {line.tone for line in told} == {"ok"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "2 cases have limits that end within a day, first: Burst main"),
        ("zh-hans", "2 件关切的时限在一天内到期，最先：Burst main"),
    ],
)
def test_a_line_says_how_many_and_names_the_first(language, words):
    with override(language):
        (told,) = head_lines((HeadLine(HeadLineKey.SOON, 2, "Burst main", "/respond/cases/"),))
    assert (told.words, told.tone) == (words, "soon")
