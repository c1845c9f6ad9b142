"""Those who keep a unit's sources are told when one falls ill and when it is heard again, once."""

from datetime import timedelta

import pytest

from answerable.kernel import events
from answerable.listening.sources.events import SourceFellIll, SourceRecovered
from answerable.office.notices.models import Notice
from answerable.office.people.rules import PostKind
from tests.answerable.office.people.makers import NOON, make_member, make_unit

pytestmark = pytest.mark.django_db


def fell_ill(unit, at=NOON):
    events.publish(
        SourceFellIll(7, "Evening News", unit.pk, "failing", "unreachable", at + timedelta(hours=1), at)
    )


def test_the_keeper_of_the_owner_unit_is_told_and_nobody_else():
    root = make_unit()
    own, other = make_unit(root), make_unit(root)
    chen = make_member("Chen", PostKind.LIAISON, own)
    make_member("Dana", PostKind.LIAISON, other)
    make_member("Emil", PostKind.INSPECTOR, own)
    fell_ill(own)
    notice = Notice.objects.get()
    assert notice.person_id == chen.person_id
    assert notice.texts["zh"][0] == "来源异常：Evening News"
    assert notice.texts["en"][1] != notice.texts["zh"][1]


def test_the_same_illness_is_told_once_a_day():
    unit = make_unit()
    make_member("Ada", PostKind.OFFICE, unit)
    fell_ill(unit)
    fell_ill(unit, NOON + timedelta(hours=2))
    fell_ill(unit, NOON + timedelta(days=1))
    assert Notice.objects.count() == 2


def test_recovery_is_told():
    unit = make_unit()
    make_member("Ada", PostKind.OFFICE, unit)
    events.publish(SourceRecovered(7, "Evening News", unit.pk, NOON, NOON))
    assert Notice.objects.get().kind == "source_recovered"
