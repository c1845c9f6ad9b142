"""The weekly letter goes to whoever keeps the channels, once; a veto that fails is told at once."""

from datetime import timedelta

from answerable.office.notices.models import Notice
from answerable.response.channel_health import telling
from answerable.response.channel_health.events import HealthFailed
from answerable.response.channel_health.models import Check, Finding
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.channel_health.makers import TODAY, make_channel

#: 2 March 2026 is a Monday; noon UTC-wise is 12:00 in the house's zone.
HOURS = timedelta(hours=1)


def failing(cast):
    channel = make_channel(cast)
    Check.objects.create(
        channel=channel,
        metric="home",
        day=TODAY,
        method="auto",
        standing="fail",
        veto=True,
        value=20.0,
        at=NOON,
    )
    return channel


def test_the_keeper_gets_one_letter_a_week_in_both_languages(cast):
    channel = failing(cast)
    Finding.objects.create(
        channel=channel, fault="link_dead", key="a", found_at=NOON, seen_at=NOON, fixed_at=NOON, state="fixed"
    )
    assert telling.tell_week(at=NOON) == 1
    assert telling.tell_week(at=NOON + 3 * HOURS) == 0
    assert telling.tell_week(at=NOON + timedelta(days=7)) == 1
    letter = Notice.objects.order_by("pk").first()
    assert letter.person.name == "Kim"
    assert "Home page fresh (fails)" in letter.texts["en"][1]
    assert "1 findings put right" in letter.texts["en"][1]
    assert "首页更新" in letter.texts["zh"][1]


def test_nobody_is_told_before_monday_morning_and_silence_means_no_channels(cast):
    assert telling.tell_week(at=NOON) == 0
    failing(cast)
    assert telling.tell_week(at=NOON - 6 * HOURS) == 0


def test_a_veto_is_told_at_once_and_urgently_and_other_failures_are_not(cast):
    channel = failing(cast)
    told = HealthFailed(channel.pk, "home", NOON, veto=True, name=channel.name, unit=cast.supply.pk)
    assert telling.tell_failed(told) >= 1
    assert Notice.objects.filter(urgent=True, link=f"/respond/health/{channel.pk}/").exists()
    assert telling.tell_failed(HealthFailed(channel.pk, "links", NOON, unit=cast.supply.pk)) == 0
