import pytest

from answerable.listening.sources.actions.telling import tell_ill, tell_recovered
from answerable.listening.sources.events import SourceFellIll, SourceRecovered
from answerable.office.notices.models import Notice
from answerable.office.people.rules import PostKind
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.office.people.makers import make_member, make_unit

pytestmark = pytest.mark.django_db


def fell_ill(unit, **changes):
    fields = {
        "source": 7,
        "name": "Evening",
        "owner_unit": unit.pk,
        "state": "failing",
        "reason": "unreachable",
        "details": {"host": "evening.example"},
        "next_try_at": NOON,
        "at": NOON,
    }
    return SourceFellIll(**(fields | changes))


def test_who_keeps_the_unit_s_sources_is_told_in_both_languages():
    unit = make_unit(name="Water works")
    chen = make_member("Chen", PostKind.LIAISON, unit)
    make_member("Dana", PostKind.INSPECTOR, unit)
    make_member("Erik", PostKind.LIAISON, make_unit(name="Schools"))
    assert tell_ill(fell_ill(unit)) == 1
    notice = Notice.objects.get()
    assert notice.person_id == chen.person_id
    assert notice.texts["en"] == ["Source Evening: failing", "evening.example does not answer."]
    assert notice.texts["zh"][0] == "来源 Evening：失败"
    assert notice.link == "/listen/sources/7/"


def test_the_same_news_is_told_once():
    unit = make_unit()
    make_member("Ada", PostKind.OFFICE, unit)
    assert [tell_ill(fell_ill(unit)), tell_ill(fell_ill(unit))] == [1, 0]


def test_a_silence_without_a_reason_is_told_too():
    unit = make_unit()
    make_member("Ada", PostKind.OFFICE, unit)
    tell_ill(fell_ill(unit, state="silent", reason="", details={}))
    assert Notice.objects.get().texts["en"] == ["Source Evening: silent", "It brings nothing."]


def test_a_recovery_is_told_to_the_same_people():
    unit = make_unit()
    make_member("Ada", PostKind.OFFICE, unit)
    assert tell_recovered(SourceRecovered(7, "Evening", unit.pk, ill_since=NOON, at=NOON)) == 1
    assert Notice.objects.get().texts["en"][0] == "Source Evening is heard again"
