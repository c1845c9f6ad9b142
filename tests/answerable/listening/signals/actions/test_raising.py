"""Counting and raising: what grew, once, with its evidence; never our own gaps."""

from datetime import timedelta

import pytest

from answerable.kernel import events
from answerable.listening.signals.actions.raising import count_all, end_forgotten
from answerable.listening.signals.events import SignalRaised
from answerable.listening.signals.models import Setting, Signal, Watch
from answerable.listening.sources.models import Gap, Source
from tests.answerable.listening.signals.makers import PAPERS, burst, make_watch, quiet_weeks
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import group, publish

pytestmark = pytest.mark.django_db


def test_before_the_first_item_nothing_is_counted():
    make_watch()
    assert count_all(at=NOON) == 0


def test_a_quiet_fortnight_raises_nothing():
    make_watch()
    quiet_weeks()
    assert count_all(at=NOON) == 0


def test_a_burst_raises_one_signal_with_odds_and_the_first_item_of_each_publication():
    watch = make_watch()
    quiet_weeks()
    burst()
    count_all(at=NOON)
    signal = Signal.objects.get(watch=watch)
    assert signal.seen >= 7
    assert signal.expected < 2
    assert signal.once_in_days > 100
    assert 0 < signal.per_100_series_days <= watch.switch
    assert len(signal.evidence) >= 7
    assert signal.from_at < NOON <= signal.until_at


def test_the_same_outbreak_is_told_once_however_often_it_is_counted(monkeypatch):
    told = []
    monkeypatch.setitem(events._reactions, SignalRaised, [told.append])
    make_watch()
    quiet_weeks()
    burst()
    for minutes in (0, 10, 70, 130):
        count_all(at=NOON + timedelta(minutes=minutes))
    assert [event.watch is not None for event in told].count(True) == 1


def test_many_items_of_one_publication_are_no_burst():
    make_watch()
    quiet_weeks()
    for number in range(12):
        publish(f"Water in Mill Lane, part {number}", paper=PAPERS[0], at=NOON - timedelta(minutes=number))
    group()
    assert count_all(at=NOON) == 0


def test_a_backlog_read_in_one_go_is_no_burst():
    make_watch()
    quiet_weeks()
    for number, paper in enumerate(PAPERS):
        publish(
            f"Water in Mill Lane, {paper}",
            paper=paper,
            at=NOON - timedelta(days=number + 1),
            first_seen_at=NOON,
            catch_up=True,
        )
    group()
    assert count_all(at=NOON) == 0


def test_what_came_out_of_a_gap_later_does_not_count_against_the_little_that_was_heard():
    make_watch()
    quiet_weeks()
    hour = NOON - timedelta(hours=1)
    for number, paper in enumerate(PAPERS):
        publish(f"Water in {number}", paper=paper, at=hour, first_seen_at=NOON, catch_up=True)
    for source in Source.objects.all()[:9]:
        Gap.objects.create(
            source=source, began_at=hour - timedelta(hours=1), ended_at=NOON, reason="no_worker"
        )
    group()
    assert count_all(at=NOON) == 0


def test_a_story_that_many_carry_at_once_signals_for_the_duty_officer():
    quiet_weeks(words="Library opens late")
    burst()
    count_all(at=NOON)
    signal = Signal.objects.get()
    assert signal.story is not None
    assert signal.watch is None
    assert signal.series == f"story:{signal.story_id}"


def test_the_switch_of_the_stories_decides_from_how_many_publications_on():
    Setting.objects.create(pk=1, days=10, at_least=20)
    quiet_weeks(words="Library opens late")
    burst()
    assert count_all(at=NOON) == 0


def test_a_paused_watch_raises_nothing():
    make_watch()
    Watch.objects.update(state="paused")
    quiet_weeks()
    burst()
    count_all(at=NOON)
    assert not Signal.objects.filter(watch__isnull=False).exists()


def test_an_outbreak_is_over_when_its_count_is_ordinary_again():
    make_watch()
    quiet_weeks()
    burst()
    count_all(at=NOON)
    count_all(at=NOON + timedelta(hours=10))
    assert Signal.objects.filter(watch__isnull=False, over_at=None).exists()
    count_all(at=NOON + timedelta(hours=30))
    assert not Signal.objects.filter(watch__isnull=False, over_at=None).exists()


def test_an_old_hour_raises_nothing_when_workers_stood_still():
    make_watch()
    quiet_weeks()
    burst()
    assert count_all(at=NOON + timedelta(hours=12)) == 0


def test_episodes_of_series_that_nobody_counts_any_more_end():
    watch = make_watch()
    quiet_weeks()
    burst()
    count_all(at=NOON)
    Watch.objects.filter(pk=watch.pk).update(state="ended")
    assert end_forgotten(at=NOON + timedelta(days=4)) >= 1
    assert not Signal.objects.filter(watch=watch, over_at=None).exists()
