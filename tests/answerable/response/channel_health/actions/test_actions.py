"""Rounds: one a day, one host at a time, each visit noted once; tries: one a slot; failures are told once."""

from datetime import timedelta

import pytest

from answerable.kernel import events
from answerable.kernel.actor import MACHINE
from answerable.response.channel_health import actions
from answerable.response.channel_health.actions import SiteDraft
from answerable.response.channel_health.actions.closing import write_check
from answerable.response.channel_health.actions.rounds import LEASE, MOST_ROUNDS, Stop, add_stops
from answerable.response.channel_health.events import HealthFailed
from answerable.response.channel_health.models import Attempt, Check, Finding, Page, Round, Visit
from answerable.response.channel_health.queries import ground
from answerable.response.channel_health.reading.facts import Link, PageFacts
from answerable.response.channel_health.rules.metrics import Limits, Metric, measure
from answerable.response.channel_health.visiting import Brought, Purpose, Tried
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.channel_health.makers import DAY, TODAY, faults, make_channel

HOME = "http://127.0.0.1:9/"


def begin(channel, day=TODAY, **changes):
    return actions.begin_round(channel.pk, HOME, day, by=MACHINE, at=NOON, **changes)


def test_a_day_has_one_whole_look_and_a_few_second_ones(cast):
    channel = make_channel(cast)
    first = begin(channel)
    assert begin(channel) is None
    assert begin(channel, whole=False) is None  # one runs
    made = [first]
    for _again in range(MOST_ROUNDS):
        Round.objects.filter(pk=made[-1]).update(state="done")
        made.append(begin(channel, whole=False) or made[-1])
    assert Round.objects.count() == MOST_ROUNDS
    Round.objects.update(state="done")
    assert begin(channel) is None
    assert begin(channel, TODAY + DAY) is not None


def test_a_site_that_is_paused_is_not_looked_at(cast):
    channel = make_channel(cast)
    actions.set_site(channel.pk, SiteDraft(paused="being moved"), by=cast.kim, at=NOON)
    assert begin(channel) is None
    assert ground.paused_channels() == {channel.pk}


def page(errand, **changes):
    facts = {"title": "t", "print": "a", "links": (Link(f"{HOME}next", "next"),), **changes}
    return Brought(errand, status=200, facts=PageFacts(**facts))


def test_a_visit_is_noted_once_and_brings_its_links(cast):
    found = begin(make_channel(cast))
    home = ground.next_errands(found, 1)[0]
    assert actions.note_visit(page(home), at=NOON) is True
    assert actions.note_visit(page(home), at=NOON) is False
    assert Visit.objects.filter(address=f"{HOME}next").count() == 1
    assert (Round.objects.get().pages, Page.objects.count()) == (1, 1)


def test_a_fault_that_passes_is_tried_again_and_one_that_stays_is_dead(cast):
    channel = make_channel(cast)
    found = begin(channel)
    add_stops(Round.objects.get(), [Stop(f"{HOME}a", Purpose.PAGE), Stop(f"{HOME}b", Purpose.PAGE)])
    one, other = (
        errand for errand in ground.next_errands(found, 9) if errand.address in (f"{HOME}a", f"{HOME}b")
    )
    for errand in (one, other):
        assert actions.note_visit(Brought(errand, status=503), at=NOON) is False
    assert actions.note_visit(page(one), at=NOON) is True
    assert actions.note_visit(Brought(other, status=503), at=NOON) is True
    home = next(errand for errand in ground.next_errands(found, 9) if errand.address == HOME)
    actions.note_visit(page(home, takes_messages=True), at=NOON)
    actions.close_round(found, at=NOON)
    assert faults(channel) == [("link_dead", f"{HOME}b")]


def test_a_round_closes_once_and_says_why_it_saw_nothing(cast):
    channel = make_channel(cast)
    found = begin(channel)
    home = next(errand for errand in ground.next_errands(found, 9) if errand.address == HOME)
    for _try in range(2):
        actions.note_visit(Brought(home, error="unreachable"), at=NOON)
    assert actions.close_round(found, at=NOON) is True
    assert actions.close_round(found, at=NOON) is False
    assert Round.objects.get().reason == "unreachable"
    assert set(Check.objects.values_list("standing", flat=True)) == {"unknown"}
    assert not Finding.objects.exists()


def test_a_link_to_a_silent_neighbour_is_dead_only_on_the_second_day(cast):
    channel = make_channel(cast)
    for day, expected in ((0, 0), (1, 1)):
        found = begin(channel, TODAY + timedelta(days=day))
        row = Round.objects.get(pk=found)
        add_stops(row, [Stop("http://127.0.0.2:9/", Purpose.LINK, 3, HOME, "Neighbour")])
        for errand in ground.next_errands(found, 9):
            brought = page(errand, links=(), takes_messages=True)
            if errand.purpose is Purpose.LINK:
                brought = Brought(errand, error="too_slow")
            actions.note_visit(brought, at=NOON)
        for errand in ground.next_errands(found, 9):
            actions.note_visit(Brought(errand, error="too_slow"), at=NOON)
        actions.close_round(found, at=NOON + timedelta(days=day))
        assert len(faults(channel)) == expected
    assert faults(channel) == [("link_dead_outward", "http://127.0.0.2:9/")]


def test_a_slot_of_tries_counts_once_and_our_own_walls_do_not_count(cast):
    channel = make_channel(cast)
    for tried in (Tried(False, "too_slow", None), Tried(True, "", 90)):
        actions.note_try(channel.pk, HOME, tried, TODAY, slot=NOON, at=NOON)
    blocked = Tried(False, "robots", None, counted=False)
    actions.note_try(channel.pk, HOME, blocked, TODAY, slot=NOON + timedelta(hours=1), at=NOON)
    assert list(Attempt.objects.values_list("good", flat=True)) == [False]
    check = Check.objects.get()
    assert (check.standing, check.note) == ("unknown", "1/1")


def test_a_failure_is_told_when_it_begins_and_not_each_day(cast):
    channel = make_channel(cast)
    heard = []
    hear = heard.append
    events.react(HealthFailed, hear)
    limits = Limits(home_days=14)
    try:
        for day, value in enumerate((13, 15, 16, 2, 15)):
            found = measure(Metric.HOME, value, limits)
            write_check(channel.pk, TODAY + timedelta(days=day), found, method="auto", at=NOON)
            write_check(channel.pk, TODAY + timedelta(days=day), found, method="auto", at=NOON)
    finally:
        events._reactions[HealthFailed].remove(hear)
    assert [(one.metric, one.veto, one.name) for one in heard] == [("home", True, channel.name)] * 2


@pytest.mark.django_db
def test_a_hosts_turn_passes_on_when_it_is_given_back_or_has_run_out():
    assert actions.take_turn(HOME, "a", at=NOON) is True
    assert actions.take_turn(HOME + "other", "b", at=NOON) is False
    actions.give_back_turn("a", at=NOON)
    assert actions.take_turn(HOME, "b", at=NOON + timedelta(seconds=1)) is False  # its pause
    assert actions.take_turn(HOME, "b", at=NOON + timedelta(seconds=3)) is True
    assert actions.take_turn(HOME, "c", at=NOON + timedelta(seconds=3) + LEASE) is True
