"""People say what no machine may read and judge what it suspects: the right people, with reasons, on the record."""

from datetime import timedelta

import pytest

from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.kernel.moves import IllegalMove
from answerable.kernel.trail.models import Entry
from answerable.response.channel_health import actions
from answerable.response.channel_health.actions.closing import keep_finding
from answerable.response.channel_health.actions.judging import Found
from answerable.response.channel_health.models import Check, Finding
from answerable.response.channel_health.queries import state_of
from answerable.response.channel_health.rules.faults import Fault, Move
from answerable.response.channel_health.rules.sheet import Said
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.channel_health.makers import DAY, TODAY, adopt_limits, faults, make_channel


@pytest.fixture
def account(cast):
    return make_channel(cast, name="Water on WeChat", kind="account", platform="wechat", address="gh_water")


def standing(channel, at=NOON):
    rows = Check.objects.filter(channel=channel, day__lte=at.date()).order_by("day")
    return dict(rows.values_list("metric", "standing"))


def enter(cast, channel, by=None, at=NOON, **said):
    return actions.enter_figures([Said(channel.pk, TODAY, **said)], by=by or cast.kim, at=at)


def test_an_account_warns_at_70_percent_of_its_limit_and_fails_past_it_as_its_post_ages(cast, account):
    enter(cast, account, posted_on=TODAY - timedelta(days=9), can_reply=True)
    assert standing(account) == {"posted": "ok", "interaction": "ok"}
    for days, expected in ((1, "warn"), (5, "warn"), (6, "fail")):
        actions.measure_entered(account.pk, TODAY + timedelta(days=days), at=NOON + timedelta(days=days))
        assert standing(account, NOON + timedelta(days=days))["posted"] == expected
    assert faults(account) == [("not_posted", "")]
    later = NOON + timedelta(days=7)
    enter(cast, account, at=later, posted_on=TODAY + timedelta(days=7))
    assert faults(account) == []


def test_a_district_that_asks_for_a_post_a_week_is_measured_by_its_own_limit(cast, account):
    adopt_limits(update_days_account=7)
    enter(cast, account, posted_on=TODAY - timedelta(days=8))
    assert standing(account)["posted"] == "fail"


def test_messages_that_cannot_be_answered_or_wait_too_long_fail_the_account(cast, account):
    enter(cast, account, posted_on=TODAY, can_reply=False, waits_since=TODAY - timedelta(days=91))
    assert standing(account)["interaction"] == "fail"
    assert faults(account) == [("message_waits", ""), ("no_reply_there", "")]
    assert state_of([account.pk], at=NOON)[account.pk].standing == "fail"


def test_an_older_sheet_changes_nothing(cast, account):
    enter(cast, account, posted_on=TODAY)
    old = Said(account.pk, TODAY - DAY, posted_on=TODAY - timedelta(days=30))
    actions.enter_figures([old], by=cast.kim, at=NOON)
    assert standing(account)["posted"] == "ok"


def test_only_whoever_keeps_a_channel_enters_its_figures_and_a_sheet_counts_whole_or_not(cast, account):
    other = make_channel(cast, name="Office on WeChat", kind="account", address="gh_2", unit=cast.office)
    rows = [Said(account.pk, TODAY, posted_on=TODAY), Said(other.pk, TODAY, posted_on=TODAY)]
    with pytest.raises(NotAllowed):
        enter(cast, account, by=cast.chen, posted_on=TODAY)
    assert actions.enter_figures(rows, by=cast.ada, at=NOON) == 2
    Check.objects.all().delete()
    stranger = make_channel(
        cast, name="X", kind="account", address="gh_3", unit=cast.office, keeper_post=cast.ada_post
    )
    with pytest.raises(NotAllowed):
        actions.enter_figures([rows[0], Said(stranger.pk, TODAY, posted_on=TODAY)], by=cast.kim, at=NOON)
    assert not Check.objects.exists()


def test_a_grave_fault_fails_the_channel_until_it_is_put_right(cast, account):
    finding = actions.enter_grave(
        account.pk, Fault.GRAVE_WORDING, "http://x.example/1", "A wrong title.", by=cast.dana, at=NOON
    )
    health = state_of([account.pk], at=NOON)[account.pk]
    assert (health.standing, health.vetoes) == ("fail", ("grave",))
    actions.judge_finding(finding, Move.FIX, "", by=cast.kim, at=NOON + DAY)
    assert state_of([account.pk], at=NOON + DAY)[account.pk].vetoes == ()
    again = actions.enter_grave(
        account.pk, Fault.GRAVE_WORDING, "http://x.example/1", "Again.", by=cast.kim, at=NOON + DAY
    )
    assert (again, Finding.objects.get().state) == (finding, "confirmed")
    assert Entry.objects.filter(act="channel_health.enter_grave").count() == 2


def test_a_grave_fault_needs_words_a_kind_and_somebody_who_may(cast, account):
    for fault, reason in ((Fault.LINK_DEAD, "x"), (Fault.GRAVE_LINK, "  ")):
        with pytest.raises(Anticipated):
            actions.enter_grave(account.pk, fault, "", reason, by=cast.dana, at=NOON)
    with pytest.raises(NotAllowed):
        actions.enter_grave(account.pk, Fault.GRAVE_LINK, "", "x", by=cast.chen, at=NOON)


@pytest.fixture
def suspicion(cast, account):
    details = {"says": "2026-04-01", "against": "2026-03-02", "times": 1}
    return keep_finding(account.pk, Found(Fault.DATE_AHEAD, "http://x.example/1", details), at=NOON)


def test_a_suspicion_warns_and_what_a_person_confirms_fails(cast, account, suspicion):
    actions.judge_finding(suspicion, Move.CONFIRM, "Seen by two.", by=cast.dana, at=NOON)
    assert state_of([account.pk], at=NOON)[account.pk].vetoes == ("dates",)
    actions.judge_finding(suspicion, Move.DISMISS, "The event is announced for April.", by=cast.ada, at=NOON)
    assert state_of([account.pk], at=NOON)[account.pk].vetoes == ()
    row = Finding.objects.get()
    assert (row.state, row.judged_by) == ("dismissed", "Ada")


def test_dismissing_needs_a_reason_and_an_office_or_an_inspector(cast, suspicion):
    with pytest.raises(Anticipated, match="Say why"):
        actions.judge_finding(suspicion, Move.DISMISS, " ", by=cast.dana, at=NOON)
    with pytest.raises(NotAllowed):
        actions.judge_finding(suspicion, Move.DISMISS, "It is fine.", by=cast.kim, at=NOON)
    with pytest.raises(NotFound):
        actions.judge_finding(77, Move.DISMISS, "It is fine.", by=cast.dana, at=NOON)


def test_nobody_declares_a_fact_put_right_or_moves_what_cannot_move(cast, account):
    dead = keep_finding(account.pk, Found(Fault.LINK_DEAD, "http://x.example/1"), at=NOON)
    for move in (Move.FIX, Move.CONFIRM, Move.CLEAR):
        with pytest.raises(Anticipated):
            actions.judge_finding(dead, move, "It is fine.", by=cast.ada, at=NOON)
    assert issubclass(IllegalMove, Anticipated)
