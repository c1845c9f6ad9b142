"""Telling people: whom a signal concerns, once, in both languages, in its rhythm."""

from datetime import time, timedelta

import pytest

from answerable.listening.signals.actions.telling import tell_due
from answerable.listening.signals.models import Signal
from answerable.office.notices.models import Notice
from answerable.office.people.rules import PostKind
from tests.answerable.listening.signals.makers import make_signal, make_watch
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.office.people.makers import make_member, make_unit

pytestmark = pytest.mark.django_db


def told():
    return sorted(Notice.objects.values_list("person__name", flat=True))


def test_the_owner_of_a_watch_is_told_once_in_both_languages():
    make_member("Ada", PostKind.OFFICE)
    signal = make_signal(tell_at=NOON)
    assert tell_due(at=NOON) == 1
    assert tell_due(at=NOON + timedelta(minutes=1)) == 0
    notice = Notice.objects.get()
    assert notice.person.name == "Ada"
    assert "once in 400 days" in notice.texts["en"][1]
    assert "预期" in notice.texts["zh"][1]
    assert notice.link == f"/listen/signals/{signal.pk}/"


def test_the_people_of_a_shared_watch_are_told_as_well():
    unit = make_unit()
    ada = make_member("Ada", PostKind.LIAISON, unit=unit)
    make_member("Chen", PostKind.LIAISON, unit=unit)
    make_member("Dana", PostKind.LIAISON)
    make_signal(watch=make_watch(owner=ada.person, unit=unit), tell_at=NOON)
    tell_due(at=NOON)
    assert told() == ["Ada", "Chen"]


def test_signals_of_stories_are_told_to_who_judges_them():
    make_member("Ada", PostKind.OFFICE)
    make_member("Chen", PostKind.LIAISON)
    make_signal(watch=None, story=make_story(), series="story:1", tell_at=NOON)
    tell_due(at=NOON)
    assert told() == ["Ada"]


def test_nothing_is_told_before_its_time_or_never():
    make_member("Ada", PostKind.OFFICE)
    make_signal(tell_at=NOON + timedelta(hours=1))
    make_signal(tell_at=None)
    assert tell_due(at=NOON) == 0
    assert told() == []


def test_the_signals_of_a_digest_are_one_notice():
    ada = make_member("Ada", PostKind.OFFICE)
    watch = make_watch(owner=ada.person, rhythm="digest", quiet_from=time(1), quiet_until=time(2))
    for _number in range(3):
        make_signal(watch=watch, tell_at=NOON)
    assert tell_due(at=NOON) == 3
    assert "3 things grow" in Notice.objects.get().texts["en"][0]


def test_a_signal_that_was_settled_meanwhile_is_not_told():
    make_member("Ada", PostKind.OFFICE)
    make_signal(tell_at=NOON, state="dismissed")
    tell_due(at=NOON)
    assert told() == []
    assert Signal.objects.get().told_at == NOON
