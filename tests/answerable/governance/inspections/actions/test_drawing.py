"""A draw: the list first, sealed seeds, told seeds, the lot; cancelled ones stay."""

import hashlib
from datetime import timedelta

import pytest

from answerable.governance.inspections import actions
from answerable.governance.inspections.actions import NewFinding, Telling
from answerable.governance.inspections.models import Draw, Inspector, Round, Seed, Visit
from answerable.governance.inspections.queries.drawing import all_draws, bundle_of
from answerable.governance.inspections.rules import draw as lots
from answerable.governance.inspections.rules import seeds
from answerable.governance.inspections.rules.bundle import faults
from answerable.governance.inspections.rules.terms import Terms
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.trail.models import Entry
from tests.answerable.governance.inspections.makers import (
    ADAS,
    AT,
    BORIS,
    DAY,
    MINUTE,
    Body,
    commit,
    fill_in,
    make_drawn,
    make_round,
    seal_both,
    tell_all,
    visitor_of,
)
from tests.answerable.office.people.makers import make_absence, make_holding, make_post

pytestmark = pytest.mark.django_db


def test_a_draw_before_the_list_is_fixed_is_refused():
    body = Body()
    round_id = make_round(body)
    with pytest.raises(Anticipated, match="proves nothing"):
        actions.hold_draw(round_id, **body.by(body.ada))
    assert not Draw.objects.exists()


def test_a_draw_sends_a_third_of_the_departments_two_inspectors_each_from_other_units():
    body = Body(departments=6)
    round_id, draw = make_drawn(body)
    visits = list(Visit.objects.filter(round=round_id))
    assert len(visits) == 3
    for visit in visits:
        team = list(visit.inspectors.all())
        assert len(team) == 2
        assert all(one.person.holdings.first().post.unit_id != visit.unit_id for one in team)
    assert faults(bundle_of(Draw.objects.get(pk=draw))) == ()
    assert Round.objects.get(pk=round_id).state == "running"


def test_nothing_is_told_before_every_officer_has_sealed():
    body = Body()
    draw = commit(body, make_round(body))
    actions.seal_seed(draw, hashlib.sha256(ADAS.encode()).hexdigest(), **body.by(body.ada))
    with pytest.raises(Anticipated, match="not fixed yet"):
        actions.tell_seed(draw, Telling("officer-1", ADAS), **body.by(body.ada))
    with pytest.raises(Anticipated, match="not fixed yet"):
        actions.tell_seed(draw, Telling("ritual", "6 6"), **body.by(body.ada))


def test_one_officer_does_not_seal_two_parts():
    body = Body()
    draw = commit(body, make_round(body))
    actions.seal_seed(draw, hashlib.sha256(ADAS.encode()).hexdigest(), **body.by(body.ada))
    with pytest.raises(Anticipated, match="Each officer fixes one part"):
        actions.seal_seed(draw, hashlib.sha256(BORIS.encode()).hexdigest(), **body.by(body.ada))


def test_one_officer_alone_is_no_source():
    with pytest.raises(Anticipated, match="One officer alone"):
        make_round(Body(), terms=Terms(sources=("officer-1",)))


def test_another_seed_than_the_sealed_one_is_refused():
    body = Body()
    draw = commit(body, make_round(body))
    seal_both(body, draw)
    with pytest.raises(Anticipated, match="not the seed whose hash"):
        actions.tell_seed(draw, Telling("officer-1", ADAS + "!"), **body.by(body.ada, AT + MINUTE))


def test_a_told_part_is_not_told_again():
    body = Body()
    draw = commit(body, make_round(body))
    seal_both(body, draw)
    tell_all(body, draw)
    with pytest.raises(Moved):
        actions.tell_seed(draw, Telling("ritual", "1 1 1 1"), **body.by(body.ada, AT + 3 * MINUTE))


def test_the_lot_does_not_fall_while_a_part_is_missing():
    body = Body()
    round_id = make_round(body)
    seal_both(body, commit(body, round_id))
    with pytest.raises(Anticipated, match="not complete"):
        actions.hold_draw(round_id, **body.by(body.ada, AT + MINUTE))


def test_a_second_draw_needs_the_first_cancelled_with_a_reason_and_both_stay_listed():
    body = Body()
    round_id, first = make_drawn(body)
    with pytest.raises(Moved):
        commit(body, round_id)
    with pytest.raises(Anticipated, match="publicly"):
        actions.cancel_draw(first, "  ", **body.by(body.ada))
    actions.cancel_draw(first, "Department 3 was missing from the list.", **body.by(body.ada))
    assert not Visit.objects.filter(round=round_id).exists()
    second = commit(body, round_id)
    listed = all_draws()
    assert {one.id for one in listed} == {first, second}
    assert next(one for one in listed if one.id == first).reason == "Department 3 was missing from the list."
    assert faults(bundle_of(Draw.objects.get(pk=first))) == ()


def test_a_draw_whose_visits_have_begun_is_not_drawn_again():
    body = Body()
    round_id, draw = make_drawn(body)
    fill_in(body, Visit.objects.filter(round=round_id).first())
    with pytest.raises(Anticipated, match="have begun"):
        actions.cancel_draw(draw, "We do not like it.", **body.by(body.ada, AT + DAY))


def test_who_steps_aside_is_followed_by_the_next_in_order_and_the_bundle_still_agrees():
    body = Body()
    round_id, draw = make_drawn(body)
    visit = Visit.objects.filter(round=round_id).first()
    first = visit.inspectors.first()
    aside = lots.Recusal(f"person:{first.person_id}", visit.target)
    actions.recuse(draw, aside, "Married to the head.", **body.by(body.ada, AT + DAY))
    team = list(Inspector.objects.filter(visit=visit).values_list("person", flat=True))
    assert first.person_id not in team
    assert len(team) == 2
    assert faults(bundle_of(Draw.objects.get(pk=draw))) == ()


def test_an_inspector_steps_aside_for_a_second_unit_of_theirs():
    body = Body(departments=3, inspectors=4)
    make_holding(make_post(body.units[2], "keeper"), body.dana.person)
    _round, draw = make_drawn(body, terms=Terms(ratio="1", inspectors=1))
    teams = Draw.objects.get(pk=draw).result["teams"]
    assert f"person:{body.dana.person_id}" not in teams[f"unit:{body.units[2].pk}"]


def test_who_is_away_is_not_on_the_list():
    body = Body()
    make_absence(body.dana.person, AT.date(), AT.date() + timedelta(days=9))
    draw = commit(body, make_round(body))
    assert f"person:{body.dana.person_id}" not in Draw.objects.get(pk=draw).text


def test_too_few_inspectors_are_said_before_anything_is_fixed():
    body = Body(inspectors=1)
    with pytest.raises(Anticipated, match="More is to be drawn than there is"):
        commit(body, make_round(body))


def test_a_beacon_round_lies_ahead_and_is_not_told_before_it_is_out():
    body = Body()
    round_id = make_round(body, terms=Terms(ratio="0.34", sources=("beacon",)))
    draw = commit(body, round_id)
    source = Seed.objects.get(draw=draw).source
    out = seeds.beacon_time(seeds.beacon_round(source))
    assert AT + seeds.BEACON_AHEAD < out <= AT + seeds.BEACON_AHEAD + 2 * seeds._PERIOD
    signature = "ab" * 48
    with pytest.raises(Anticipated, match="not out yet"):
        actions.tell_seed(draw, Telling(source, signature), **body.by(body.ada, AT + MINUTE))
    with pytest.raises(Anticipated, match="no signature"):
        actions.tell_seed(draw, Telling(source, "abc"), **body.by(body.ada, out))
    actions.tell_seed(draw, Telling(source, signature), **body.by(body.ada, out))
    actions.hold_draw(round_id, **body.by(body.ada, out))
    assert Seed.objects.get(draw=draw).value == hashlib.sha256(bytes.fromhex(signature)).hexdigest()


def test_a_contact_cannot_fix_draw_or_cancel():
    body = Body()
    round_id = make_round(body)
    for act in (
        lambda: actions.commit_draw(round_id, **body.by(body.chen)),
        lambda: actions.hold_draw(round_id, **body.by(body.chen)),
        lambda: actions.cancel_draw(1, "x", **body.by(body.chen)),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_each_step_of_a_draw_stands_in_the_trail():
    body = Body()
    make_drawn(body)
    acts = list(
        Entry.objects.filter(act__startswith="inspections.").order_by("pk").values_list("act", flat=True)
    )
    assert acts == [
        "inspections.plan_round",
        "inspections.commit_draw",
        *["inspections.seal_seed"] * 2,
        *["inspections.tell_seed"] * 3,
        "inspections.hold_draw",
    ]


def test_departments_are_paired_and_next_time_with_others():
    body = Body(departments=5)
    first, _draw = make_drawn(body, method="cross_check", terms=Terms())
    pairs = set(Visit.objects.filter(round=first).values_list("visitor", "unit"))
    assert len(pairs) == 5
    assert all(one != other and (other, one) not in pairs for one, other in pairs)
    second, draw = make_drawn(body, at=AT + 30 * DAY, method="cross_check", terms=Terms())
    again = set(Visit.objects.filter(round=second).values_list("visitor", "unit"))
    assert not pairs & again
    assert faults(bundle_of(Draw.objects.get(pk=draw))) == ()


def test_peers_are_read_by_two_others():
    body = Body(departments=5)
    round_id, _draw = make_drawn(body, method="peer_review", terms=Terms(times=2))
    pairs = list(Visit.objects.filter(round=round_id).values_list("visitor", "unit"))
    assert len(pairs) == len(set(pairs)) == 10


def test_a_draw_in_whose_visits_something_was_found_is_not_drawn_again():
    body = Body()
    round_id, draw = make_drawn(body)
    visit = Visit.objects.filter(round=round_id).first()
    new = NewFinding("No sign", "There is no sign at the door.")
    actions.add_finding(visit.pk, new, **body.by(visitor_of(body, visit)))
    with pytest.raises(Anticipated, match="have begun"):
        actions.cancel_draw(draw, "We do not like it.", **body.by(body.ada, AT + DAY))


def test_nobody_steps_aside_once_the_round_is_reported():
    body = Body()
    round_id, draw = make_drawn(body)
    for visit in Visit.objects.filter(round=round_id):
        actions.finish_visit(visit.pk, **body.by(fill_in(body, visit), AT + DAY))
    actions.report_round(round_id, "Nothing found.", **body.by(body.ada, AT + DAY))
    before = Draw.objects.get(pk=draw).result
    aside = lots.Recusal(f"person:{visit.inspectors.first().person_id}", visit.target)
    with pytest.raises(Moved, match="step aside"):
        actions.recuse(draw, aside, "Too late.", **body.by(body.ada, AT + 2 * DAY))
    assert Draw.objects.get(pk=draw).result == before
