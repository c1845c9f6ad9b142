"""The morning comes to the head and the duty officer; they need not sign in to find out."""

from datetime import UTC, datetime, timedelta

import pytest

from answerable.home.actions import tell_morning
from answerable.kernel.actor import MACHINE
from answerable.listening.sources.rules.states import State
from answerable.office.notices.models import Notice
from answerable.office.people.rules import PostKind
from tests.answerable.listening.sources.makers import make_source
from tests.answerable.office.people.makers import make_member

pytestmark = pytest.mark.django_db

EIGHT = datetime(2026, 3, 3, 0, 5, tzinfo=UTC)  # five past eight in Shanghai


@pytest.fixture
def cast():
    make_source(name="City Radio", state=State.SILENT, state_since=EIGHT - timedelta(days=2))
    return {
        name: make_member(name, kind).person_id
        for name, kind in (
            ("Ada", PostKind.OFFICE),
            ("Boris", PostKind.LEAD),
            ("Chen", PostKind.LIAISON),
        )
    }


def test_the_head_and_the_duty_officer_are_told_in_both_languages(cast):
    assert tell_morning(by=MACHINE, at=EIGHT) == 2
    notice = Notice.objects.get(person=cast["Boris"])
    assert notice.texts["en"][0] == "This morning: No signal waits."
    assert "City Radio" in notice.texts["en"][1]
    assert "没有待处理的预警" in notice.texts["zh"][0]
    assert not Notice.objects.filter(person=cast["Chen"]).exists()


def test_a_morning_is_told_once_and_the_next_one_again(cast):
    for minutes in (0, 10, 20):
        tell_morning(by=MACHINE, at=EIGHT + timedelta(minutes=minutes))
    assert Notice.objects.filter(person=cast["Ada"]).count() == 1
    tell_morning(by=MACHINE, at=EIGHT + timedelta(days=1))
    assert Notice.objects.filter(person=cast["Ada"]).count() == 2


def test_nothing_is_told_at_night_or_before_anything_is_read(cast):
    assert tell_morning(by=MACHINE, at=EIGHT - timedelta(hours=2)) == 0


def test_an_empty_house_has_no_morning():
    make_member("Ada", PostKind.OFFICE)
    assert tell_morning(by=MACHINE, at=EIGHT) == 0
