from datetime import timedelta

import pytest

from answerable.kernel import events
from answerable.kernel.trail.queries import entries_of
from answerable.listening.sources import actions
from answerable.listening.sources.events import SourceFellIll, SourceRecovered
from answerable.listening.sources.kinds.exchange import Outcome as Read
from answerable.listening.sources.kinds.exchange import Reading
from answerable.listening.sources.models import Gap, HostTurn, Item, Poll, Source
from answerable.listening.sources.rules.outcomes import Harvest
from tests.answerable.listening.sources.makers import NOON, make_source
from tests.answerable.listening.sources.readings import entry, not_modified, poll, read, refused

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
DOWN = Harvest(code="unreachable", details={"host": "evening.example"})


@pytest.fixture
def told(monkeypatch):
    heard = []
    monkeypatch.setattr(
        events, "_reactions", {SourceFellIll: [heard.append], SourceRecovered: [heard.append]}
    )
    monkeypatch.setattr(
        events, "publish", lambda event: [react(event) for react in events._reactions.get(type(event), ())]
    )
    return heard


def test_a_poll_that_heard_something_is_written_down_with_its_counts():
    source = make_source()
    poll(source, read(entry("flood"), entry("fire")), at=NOON)
    row = Poll.objects.get()
    assert (row.outcome, row.entries, row.new, row.edited, row.status) == ("heard", 2, 2, 0, 200)
    assert row.next_try_at == source.next_poll_at == NOON + HOUR


def test_the_first_poll_is_a_catching_up_and_the_second_is_not():
    source = make_source()
    poll(source, read(entry("flood")), at=NOON)
    poll(source, read(entry("fire")), at=NOON + HOUR)
    assert list(Item.objects.order_by("pk").values_list("title", "catch_up")) == [
        ("flood", True),
        ("fire", False),
    ]


def test_what_comes_after_a_gap_is_a_catching_up():
    source = make_source()
    poll(source, read(entry("flood")), at=NOON)
    poll(source, DOWN, at=NOON + HOUR)
    poll(source, read(entry("fire")), at=NOON + 2 * HOUR)
    assert Item.objects.get(title="fire").catch_up
    gap = Gap.objects.get(reason="failed")
    assert (gap.began_at, gap.ended_at) == (NOON, NOON + 2 * HOUR)


def test_a_failure_is_a_state_with_a_reason_and_a_next_try():
    source = make_source()
    poll(source, DOWN, at=NOON)
    assert (source.state, source.last_reason, source.failures_in_row) == ("failing", "unreachable", 1)
    assert source.next_poll_at == NOON + HOUR


def test_each_failure_doubles_the_wait_up_to_a_day():
    source = make_source()
    waits = []
    for day in range(8):
        at = NOON + timedelta(days=day)
        poll(source, DOWN, at=at)
        waits.append(source.next_poll_at - at)
    assert waits[:6] == [HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 16 * HOUR, 24 * HOUR]
    assert waits[-1] == 24 * HOUR


def test_a_304_never_clears_a_failure():
    source = make_source()
    poll(source, DOWN, at=NOON)
    poll(source, not_modified(), at=NOON + HOUR)
    assert (source.state, source.failures_in_row) == ("failing", 1)
    assert Gap.objects.get().ended_at is None


def test_a_failing_source_is_asked_without_conditions():
    source = make_source()
    poll(source, refused("not_a_feed"), at=NOON)
    (claim,) = actions.claim_due(1, lease="x", at=source.next_poll_at)
    assert claim.unconditional


def test_a_healthy_304_keeps_the_source_active():
    source = make_source()
    poll(source, read(entry("flood")), at=NOON)
    poll(source, not_modified(), at=NOON + HOUR)
    assert (source.state, source.heard_at) == ("active", NOON + HOUR)


def test_a_document_that_cannot_be_read_is_refused_and_keeps_its_reason():
    source = make_source()
    poll(source, refused("too_deep", most=200), at=NOON)
    assert (source.state, source.last_reason, source.last_details) == ("refused", "too_deep", {"most": 200})


def test_robots_block_the_source():
    source = make_source(kind="page")
    poll(source, Harvest(code="robots"), at=NOON)
    assert (source.state, source.next_poll_at) == ("blocked", NOON + 6 * HOUR)


def test_three_empty_answers_in_a_row_are_a_state():
    source = make_source()
    states = []
    for hour in range(3):
        poll(source, read(), at=NOON + hour * HOUR)
        states.append(source.state)
    assert states == ["active", "active", "empty"]


def test_an_empty_mailbox_is_nothing_special():
    source = make_source(kind="mailbox")
    for hour in range(4):
        poll(source, read(), at=NOON + hour * HOUR)
    assert source.state == "active"


def test_gone_is_not_polled_again():
    source = make_source()
    poll(source, Harvest(reading=Reading(Read.GONE), status=410), at=NOON)
    assert (source.state, source.next_poll_at) == ("gone", None)


def test_a_move_to_another_domain_waits_for_a_person():
    source = make_source()
    poll(source, Harvest(code="moved_away", moved_to="https://new-owner.example/feed"), at=NOON)
    assert (source.state, source.moved_to, source.next_poll_at) == (
        "waiting",
        "https://new-owner.example/feed",
        None,
    )
    assert source.address != source.moved_to


def test_a_move_under_the_same_name_is_followed_and_in_the_trail():
    source = make_source()
    harvest = Harvest(
        reading=read(entry("flood")).reading, status=200, moved_to="https://evening.example/new.xml"
    )
    poll(source, harvest, at=NOON)
    assert source.address == "https://evening.example/new.xml"
    assert "sources.followed_move" in [row.act for row in entries_of(f"source:{source.pk}")]


def test_the_server_may_ask_for_more_patience():
    source = make_source()
    poll(source, Harvest(reading=refused("server_busy", status=429).reading, asked=5 * HOUR), at=NOON)
    assert source.next_poll_at == NOON + 5 * HOUR


def test_a_source_quiet_for_two_weeks_is_silent_until_it_speaks():
    source = make_source()
    poll(source, read(entry("flood")), at=NOON)
    poll(source, not_modified(), at=NOON + timedelta(days=15))
    assert source.state == "silent"
    poll(
        source,
        read(entry("fire", published_at=NOON + timedelta(days=15))),
        at=NOON + timedelta(days=15, hours=1),
    )
    assert source.state == "active"


def test_a_daily_source_is_silent_sooner_than_an_unknown_one():
    source = make_source()
    for day in range(25):
        at = NOON + timedelta(days=day)
        poll(source, read(entry(f"day {day}", published_at=at)), at=at)
    assert source.silent_after == 36 * 3600
    assert source.interval == 12 * 3600
    poll(source, not_modified(), at=NOON + timedelta(days=26))
    assert source.state == "silent"


def test_the_owner_hears_of_the_third_failure_and_of_the_recovery(told):
    source = make_source()
    for hour in range(4):
        poll(source, DOWN, at=NOON + hour * HOUR)
    poll(source, read(entry("flood")), at=NOON + 5 * HOUR)
    fell, recovered = told
    assert (type(fell), fell.reason, fell.at) == (SourceFellIll, "unreachable", NOON + 2 * HOUR)
    assert (type(recovered), recovered.ill_since) == (SourceRecovered, NOON)


def test_one_passing_failure_is_no_news(told):
    source = make_source()
    poll(source, DOWN, at=NOON)
    poll(source, read(entry("flood")), at=NOON + HOUR)
    assert told == []


def test_a_lease_that_passed_to_another_worker_changes_nothing():
    source = make_source()
    (old,) = actions.claim_due(1, lease="slow", at=NOON)
    (new,) = actions.claim_due(1, lease="quick", at=NOON + timedelta(minutes=6))
    assert (
        actions.end_poll(new, read(entry("flood")), began_at=NOON, spread=0, at=NOON + 7 * HOUR / 60)
        is not None
    )
    assert (
        actions.end_poll(old, read(entry("fire")), began_at=NOON, spread=0, at=NOON + 8 * HOUR / 60) is None
    )
    assert list(Item.objects.values_list("title", flat=True)) == ["flood"]
    assert Source.objects.get(pk=source.pk).lease == ""


def test_the_host_rests_two_seconds_after_a_poll():
    source = make_source()
    poll(source, read(entry("flood")), at=NOON)
    assert HostTurn.objects.get().free_at == NOON + timedelta(seconds=2)


def test_a_feed_that_ran_past_is_noted_and_asked_sooner():
    source = make_source()
    poll(source, read(*(entry(f"a{i}") for i in range(10))), at=NOON)
    poll(source, read(*(entry(f"b{i}") for i in range(10))), at=NOON + HOUR)
    assert "ran_past" in Poll.objects.latest("ended_at").notes
    assert source.next_poll_at - (NOON + HOUR) < HOUR
