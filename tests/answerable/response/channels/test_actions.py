"""The life of a channel: applied for, agreed, filed, taken over, asleep, closed; never without its gate."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated, Moved, NotAllowed, NotFound
from answerable.kernel.moves import IllegalMove
from answerable.kernel.trail.models import Entry, Payload
from answerable.office.notices.models import Notice
from answerable.office.people.models import Holding
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.response.channels import actions
from answerable.response.channels.actions import expiring, handing_over
from answerable.response.channels.models import Channel, ChannelChange, HandOver
from answerable.response.channels.rules.belonging import Holder
from answerable.response.channels.rules.hand_over import STEPS
from answerable.response.channels.rules.states import ChannelState, Delivery
from tests.answerable.office.people.makers import NOON, actor_of, make_account, make_holding, make_person
from tests.answerable.response.channels.makers import (
    FILED_ON,
    HOUR,
    LATER,
    agree,
    make_application,
    make_applied,
    make_channel,
    make_filed,
    quick_channel,
    take_over,
)

FILING = actions.Filing("W-2026-09", FILED_ON)


def state(channel: int) -> str:
    return Channel.objects.get(pk=channel).state


def test_a_channel_is_applied_for_agreed_filed_and_taken_over(desk):
    channel = make_applied(desk)
    assert state(channel) == ChannelState.APPLIED
    agree(desk, channel)
    assert state(channel) == ChannelState.APPROVED
    actions.file(channel, FILING, by=desk.office.ada, at=LATER)
    assert state(channel) == ChannelState.FILED
    take_over(channel, desk.fay)
    row = Channel.objects.get(pk=channel)
    assert (row.state, row.filing_no, row.keeper_id) == (ChannelState.LIVE, "W-2026-09", desk.fay.person)
    acts = list(Entry.objects.filter(thing=f"channel:{channel}").values_list("act", flat=True))
    assert acts == [
        "channels.apply",
        "channels.agreed",
        "channels.keeper_changed",
        "channels.file",
        "channels.take_over",
    ]


def test_nothing_is_filed_before_it_passed_its_gate(desk):
    channel = make_applied(desk)
    with pytest.raises(NotAllowed, match="has not passed its gate"):
        actions.file(channel, FILING, by=desk.office.ada, at=LATER)
    assert state(channel) == ChannelState.APPLIED


def test_the_keeper_does_not_file_their_own_channel(desk):
    channel = make_applied(desk)
    agree(desk, channel)
    with pytest.raises(NotAllowed):
        actions.file(channel, FILING, by=desk.fay, at=LATER)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"holder_kind": Holder.PERSON}, "private account cannot be registered"),
        ({"holder_kind": Holder.OTHER}, "held by somebody else"),
        ({"name": "Emil on water"}, "name of somebody on the staff"),
        ({"address": "https://linkedin.com/in/someone"}, "personal profile"),
        ({"purpose": "The password is Sunny-day7"}, "looks like a password"),
        ({"purpose": "Call 13812345678"}, "telephone number"),
        ({"unit": 999_999, "holder": None}, "units of the body"),
        ({"holder": 999_999}, "units of the body"),
        ({"platform": "nowhere"}, "Choose a platform"),
    ],
)
def test_a_private_account_or_what_is_not_the_bodys_is_refused_with_a_sentence(desk, changes, sentence):
    by = desk.fay if changes.get("unit") is None else MACHINE
    with pytest.raises(Anticipated, match=sentence):
        actions.apply(make_application(desk, **changes), "Wanted.", by=by, at=NOON)
    assert not Channel.objects.exists()


def test_a_change_cannot_turn_a_channel_into_a_private_account(desk):
    channel = make_channel(desk)
    row = Channel.objects.get(pk=channel)
    for changes in (
        {"holder_kind": Holder.PERSON},
        {"address": "https://user.qzone.qq.com/1"},
        {"name": "Emil"},
    ):
        wanted = replace(actions.application_of(row), **changes)
        with pytest.raises(Anticipated):
            actions.ask_change(channel, wanted, "Wanted.", by=desk.fay, at=LATER)
    assert ChannelChange.objects.filter(channel=channel).count() == 1


def test_there_is_no_column_for_a_person_or_a_password():
    columns = {field.name for field in Channel._meta.get_fields()}
    assert not {
        name
        for name in columns
        if "pass" in name or "login" in name or "user" in name or "credential" in name
    }
    assert Channel._meta.get_field("unit").related_model.__name__ == "Unit"
    assert Channel._meta.get_field("holder").related_model.__name__ == "Unit"


def test_a_password_reaches_neither_the_register_nor_the_trail(desk):
    with pytest.raises(Anticipated, match="looks like a password"):
        actions.apply(make_application(desk), "密码：Shui2026!", by=desk.fay, at=NOON)
    assert not any("Shui2026" in text for text in Payload.objects.values_list("content", flat=True))


def test_the_post_that_keeps_a_channel_is_a_keepers_or_the_offices(desk):
    post = min(desk.office.dana.posts)
    with pytest.raises(Anticipated, match="kept by a keeper's post"):
        make_applied(desk, keeper_post=post)


def test_a_place_stands_in_the_register_once(desk):
    make_applied(desk)
    with pytest.raises(Anticipated, match="already in the register"):
        make_applied(desk, name="Again")


def test_somebody_of_another_unit_applies_for_nothing_here(desk):
    with pytest.raises(NotAllowed):
        actions.apply(make_application(desk), "x", by=desk.office.dana, at=NOON)


def test_a_reason_is_asked_for(desk):
    with pytest.raises(Anticipated, match="Say why"):
        actions.apply(make_application(desk), "  ", by=desk.fay, at=NOON)


def test_a_change_holds_once_it_is_filed(desk):
    channel = make_channel(desk)
    wanted = replace(actions.application_of(Channel.objects.get(pk=channel)), name="Water Bureau news")
    actions.ask_change(channel, wanted, "A plainer name.", by=desk.fay, at=LATER)
    assert Channel.objects.get(pk=channel).name == "Water Bureau online"
    with pytest.raises(Moved, match="already asked"):
        actions.ask_change(channel, wanted, "Again.", by=desk.fay, at=LATER)
    agree(desk, channel)
    actions.file(channel, FILING, by=desk.office.ada, at=LATER)
    row = Channel.objects.get(pk=channel)
    assert (row.name, row.filing_no, row.state) == ("Water Bureau news", "W-2026-09", ChannelState.LIVE)


def test_closing_passes_the_gate_too(desk):
    channel = make_channel(desk)
    actions.ask_close(channel, "Merged with the city's site.", by=desk.fay, at=LATER)
    assert state(channel) == ChannelState.CLOSING
    agree(desk, channel)
    actions.file(channel, FILING, by=desk.office.ada, at=LATER)
    assert state(channel) == ChannelState.CLOSED
    make_applied(desk, name="A new one at the same address")


def test_what_is_dropped_goes_back_to_where_it_was(desk):
    channel = make_channel(desk)
    actions.ask_close(channel, "Perhaps.", by=desk.fay, at=LATER)
    actions.drop(channel, by=desk.fay, at=LATER)
    assert state(channel) == ChannelState.LIVE
    other = make_applied(desk, address="https://other.example/")
    found = reviews.review_of(f"channel:{other}")
    review.withdraw(found.id, by=desk.fay, at=LATER)
    actions.drop(other, by=desk.fay, at=LATER)
    assert state(other) == ChannelState.DROPPED
    with pytest.raises(NotAllowed, match="Nothing is asked"):
        actions.drop(other, by=desk.fay, at=LATER)


def test_a_channel_falls_asleep_with_a_reason_and_wakes(desk):
    channel = quick_channel(desk).pk
    with pytest.raises(Anticipated, match="why the channel is dormant"):
        actions.note_dormant(channel, " ", by=MACHINE, at=LATER)
    actions.note_dormant(channel, "Nothing for 40 days.", by=MACHINE, at=LATER)
    assert state(channel) == ChannelState.DORMANT
    with pytest.raises(IllegalMove):
        actions.note_dormant(channel, "Again", by=MACHINE, at=LATER)
    actions.wake(channel, by=desk.fay, at=LATER)
    assert state(channel) == ChannelState.LIVE


def successor(desk):
    """Gus holds the keeper's post from the next day on; Fay no longer does."""
    Holding.objects.filter(person=desk.fay.person).update(ends_on=date(2026, 3, 2))
    gus = make_person(name="Gus")
    make_holding(Holding.objects.get(person=desk.fay.person).post, gus, begins_on=date(2026, 3, 3))
    return actor_of(make_account("gus", gus), at=NOON + timedelta(days=1))


def test_a_new_keeper_takes_the_channel_over_and_says_so_themselves(desk):
    channel, tomorrow = make_channel(desk), NOON + timedelta(days=1)
    gus = successor(desk)
    assert handing_over.look_for_changes(by=MACHINE, at=tomorrow) == 1
    assert handing_over.look_for_changes(by=MACHINE, at=tomorrow + HOUR) == 0
    row = HandOver.objects.get(channel=channel, state="open")
    assert (row.giver_name, row.taker_name) == ("Fay", "Gus")
    assert set(Notice.objects.filter(key=f"hand-over:{row.pk}").values_list("person__name", flat=True)) == {
        "Fay",
        "Gus",
    }
    with pytest.raises(NotAllowed, match="Gus takes this channel over"):
        actions.finish(row.pk, STEPS, by=desk.office.ada, at=tomorrow)
    with pytest.raises(Anticipated, match="Not every step"):
        actions.finish(row.pk, STEPS[1:], by=gus, at=tomorrow)
    with pytest.raises(Anticipated, match="looks like a password"):
        actions.finish(row.pk, STEPS, "new password: Regen-2026", by=gus, at=tomorrow)
    actions.finish(row.pk, STEPS, "Old telephone removed.", by=gus, at=tomorrow)
    assert Channel.objects.get(pk=channel).keeper_id == gus.person
    with pytest.raises(NotFound):
        actions.finish(row.pk, STEPS, by=gus, at=tomorrow)
    actions.note_filed(row.pk, by=desk.office.ada, at=tomorrow)
    assert HandOver.objects.get(pk=row.pk).state == "filed"


def test_a_change_of_keeper_is_filed_by_the_office_after_it_was_done(desk):
    channel = make_filed(desk)
    row = HandOver.objects.get(channel=channel)
    with pytest.raises(NotAllowed, match="once the hand-over is done"):
        actions.note_filed(row.pk, by=desk.office.ada, at=LATER)
    take_over(channel, desk.fay)
    with pytest.raises(NotAllowed):
        actions.note_filed(row.pk, by=desk.fay, at=LATER)


def test_a_second_change_overtakes_the_first_hand_over(desk):
    channel = make_filed(desk)
    successor(desk)
    handing_over.look_for_changes(by=MACHINE, at=NOON + timedelta(days=1))
    rows = HandOver.objects.filter(channel=channel).order_by("pk").values_list("taker_name", "state")
    assert list(rows) == [("Fay", "void"), ("Gus", "open")]


def test_a_leave_changes_no_keeper(desk):
    quick_channel(desk)
    Holding.objects.filter(person=desk.fay.person).update(kind="backup")
    assert handing_over.look_for_changes(by=MACHINE, at=NOON) == 0


def test_a_secret_is_shown_once_and_stored_sealed(desk):
    channel = make_channel(desk)
    secret = actions.set_delivery(
        channel, Delivery.WEBHOOK, "https://hook.example/in", chance=lambda n: b"s" * n, by=desk.fay, at=LATER
    )
    assert secret.startswith("whsec_")
    assert secret not in Channel.objects.get(pk=channel).hook_secret
    with pytest.raises(Anticipated, match="web address"):
        actions.set_delivery(channel, Delivery.WEBHOOK, "javascript:x", chance=bytes, by=desk.fay, at=LATER)


def test_a_closed_platform_has_no_webhook(desk):
    channel = make_channel(desk, platform="wechat", address="water_bureau")
    with pytest.raises(Anticipated, match="no open interface"):
        actions.set_delivery(channel, Delivery.FEED, chance=bytes, by=desk.fay, at=LATER)


def test_a_verification_that_runs_out_is_told_once(desk):
    quick_channel(desk, verified_until=date(2026, 3, 20))
    quick_channel(desk, 2, verified_until=date(2026, 9, 20))
    assert expiring.tell_expiring(by=MACHINE, at=NOON) == 1
    assert expiring.tell_expiring(by=MACHINE, at=NOON + HOUR) == 0
    assert Notice.objects.filter(person=desk.fay.person, key__startswith="verification:").count() == 1
