"""The town's channels: opened by gate and filing, one handed on, one closed; pieces in every state, read by three."""

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import translation

from answerable.kernel import clock
from answerable.office.clocks.models import Clock
from answerable.office.people.queries import day_of
from answerable.office.review import queries as reviews
from answerable.response.channels.models import Channel, HandOver, Interpretation, Piece, Publication
from answerable.response.channels.queries.desk import calendar
from answerable.response.channels.queries.wording import findings_of
from answerable.response.channels.rules.findings import Sort
from answerable.response.channels.rules.states import PieceState
from demo import channels, clocks, plan
from demo.opening import open_house
from demo.wings import LIVED, cast_at


@pytest.fixture
def at(db):
    """The bureau with its plan in force for a quarter, and its channels; gives now."""
    translation.activate("en")
    now = clock.now()
    began = now - LIVED
    open_house(began)
    clocks.load(cast_at(began), at=began)
    plan.load(cast_at(began), at=began)
    channels.load(cast_at(now), at=now)
    return now


def test_the_register_holds_channels_of_the_body_each_filed_and_kept(at):
    rows = {row.name: row for row in Channel.objects.select_related("keeper", "holder")}
    assert Counter(row.state for row in rows.values()) == {"live": 7, "closed": 1, "applied": 1}
    live = [row for row in rows.values() if row.state == "live"]
    assert len({row.filing_no for row in live} - {""}) == 7
    assert {row.holder.code for row in rows.values()} == {"bureau"}
    soon = [
        row.name
        for row in live
        if row.verified_until and row.verified_until <= day_of(at) + timedelta(days=30)
    ]
    assert soon == ["云汀水务"]
    assert rows["云汀排水"].reason
    waits = reviews.review_of(f"channel:{rows['云汀水务小程序'].pk}")
    assert (waits.passed, waits.steps) == (1, 2)
    handed = HandOver.objects.filter(channel__name="云汀水务掌上营业厅").order_by("pk")
    assert [(one.state, one.taker_name[:4]) for one in handed] == [("filed", "Chen"), ("filed", "Luo ")]
    assert len(handed[1].ticked) == 6
    assert not HandOver.objects.exclude(state="filed").exists()
    assert not Clock.objects.filter(subject__startswith="channel:", state__in=("running", "late")).exists()


def test_pieces_stand_in_every_state_and_what_is_out_was_read_by_three_others(at):
    states = Counter(Piece.objects.values_list("state", flat=True))
    assert set(states) == set(PieceState) - {PieceState.DROPPED}
    for row in Publication.objects.select_related("piece"):
        readers = {one["name"] for one in row.readers}
        assert len(readers) == 3
        assert not any("Chen" in one for one in readers)
        assert row.content_hash == row.piece.published_hash
    policy = Interpretation.objects.get()
    assert (policy.state, policy.policy_links, policy.material_links) == ("published", True, True)
    assert {"zh", "en"} == set(Piece.objects.filter(state="published").values_list("language", flat=True))
    rough = Piece.objects.get(title="二次供水水箱清洗通知")
    sorts = {one.sort for one in findings_of(rough, today=day_of(at))}
    assert {Sort.DATE, Sort.NAME, Sort.PICTURE} <= sorts
    shown = [day for day in calendar(cast_at(at)["ada"], None, at=at) if day.pieces]
    assert len(shown) >= 5
    assert Publication.objects.filter(state="waiting").count() == 1
