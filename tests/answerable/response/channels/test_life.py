"""The life of a piece: nothing goes out but exactly what passed, and an edit voids what was passed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated, Moved, NotAllowed, NotFound
from answerable.kernel.moves import IllegalMove
from answerable.office.notices.models import Notice
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.response.answers import actions as answers
from answerable.response.channels import actions
from answerable.response.channels.actions import following_up, looking, publishing
from answerable.response.channels.models import Interpretation, Piece, Publication
from answerable.response.channels.queries.wording import findings_of
from answerable.response.channels.rules.states import OutState, PieceKind, PieceState
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.channels.makers import (
    HOUR,
    LATER,
    edit,
    make_piece,
    make_policy,
    make_published,
    make_text,
    pass_gate,
    quick_channel,
    read,
)


@pytest.fixture
def site(desk) -> int:
    """A site that reads our feed."""
    return quick_channel(desk, 1, delivery="feed").pk


@pytest.fixture
def account(desk) -> int:
    """An account on a platform without an interface."""
    return quick_channel(desk, 2, kind="account", platform="weibo").pk


def state(piece: int) -> str:
    return Piece.objects.get(pk=piece).state


def test_a_piece_is_read_by_three_people_and_goes_out_with_their_names(desk, site, account):
    piece = make_piece(desk, (site, account))
    pass_gate(desk, piece)
    assert state(piece) == PieceState.READY
    actions.publish(piece, by=desk.fay, at=LATER)
    rows = {row.channel_id: row for row in Publication.objects.filter(piece=piece)}
    assert [one["name"] for one in rows[site].readers] == ["Ada", "Emil", "Boris"]
    assert (rows[site].state, rows[account].state) == (OutState.OUT, OutState.WAITING)
    assert rows[site].content_hash == Piece.objects.get(pk=piece).passed_hash


def test_nothing_goes_out_that_was_not_read(desk, site):
    piece = make_piece(desk, (site,))
    for act in (
        lambda: actions.publish(piece, by=desk.fay, at=LATER),
        lambda: actions.schedule(piece, LATER + HOUR, by=desk.fay, at=LATER),
    ):
        with pytest.raises(NotAllowed, match="has not passed its gate"):
            act()
    actions.hand_in(piece, by=desk.office.chen, at=LATER)
    read(f"piece:{piece}", desk.office.ada)
    with pytest.raises(NotAllowed, match="is missing"):
        actions.publish(piece, by=desk.fay, at=LATER)
    assert not Publication.objects.exists()


def test_nobody_reads_twice_and_no_author_reads(desk, site):
    piece = make_piece(desk, (site,))
    actions.hand_in(piece, by=desk.office.chen, at=LATER)
    read(f"piece:{piece}", desk.office.ada)
    for reader in (desk.office.ada, desk.office.chen):
        with pytest.raises(NotAllowed):
            read(f"piece:{piece}", reader)


def test_an_edit_voids_what_was_passed_and_the_schedule_with_it(desk, site):
    piece = make_piece(desk, (site,))
    pass_gate(desk, piece)
    actions.schedule(piece, LATER + HOUR, by=desk.fay, at=LATER)
    edit(desk, piece, replace(make_text((site,)), summary="Water is off for five hours."))
    row = Piece.objects.get(pk=piece)
    assert (row.state, row.scheduled_for, row.passed_hash) == (PieceState.IN_REVIEW, None, "")
    assert publishing.publish_due(by=MACHINE, at=LATER + 2 * HOUR) == 0
    with pytest.raises(NotAllowed):
        actions.publish(piece, by=desk.fay, at=LATER)


def test_a_saved_text_that_says_the_same_voids_nothing(desk, site):
    piece = make_piece(desk, (site,))
    pass_gate(desk, piece)
    edit(desk, piece, make_text((site,)))
    assert state(piece) == PieceState.READY


def test_another_channel_is_another_text(desk, site, account):
    piece = make_piece(desk, (site,))
    pass_gate(desk, piece)
    edit(desk, piece, make_text((site, account)))
    assert state(piece) == PieceState.IN_REVIEW


def test_what_is_out_is_not_edited(desk, site):
    piece = make_published(desk, (site,))
    with pytest.raises(IllegalMove):
        edit(desk, piece, make_text((site,), title="Other"))


def test_two_who_write_at_once_lose_nothing(desk, site):
    piece = make_piece(desk, (site,))
    edit(desk, piece, make_text((site,), title="One"))
    with pytest.raises(actions.EditedMeanwhile):
        actions.edit(piece, make_text((site,), title="Two"), seen_edit=1, by=desk.office.chen, at=LATER)


def test_a_sent_back_piece_is_written_on(desk, site):
    piece = make_piece(desk, (site,))
    opened = actions.hand_in(piece, by=desk.office.chen, at=LATER)
    review.note_reading(opened, by=desk.office.ada, at=LATER)
    review.send_back(opened, "Which side of the lane?", by=desk.office.ada, at=LATER)
    assert state(piece) == PieceState.DRAFT
    edit(desk, piece, make_text((site,), summary="The north side."))
    actions.hand_in(piece, by=desk.office.chen, at=LATER)
    assert state(piece) == PieceState.IN_REVIEW


def test_a_piece_is_taken_back_from_review(desk, site):
    piece = make_piece(desk, (site,))
    pass_gate(desk, piece)
    actions.take_back(piece, by=desk.office.chen, at=LATER)
    assert state(piece) == PieceState.DRAFT
    with pytest.raises(NotAllowed):
        actions.publish(piece, by=desk.fay, at=LATER)
    actions.drop_piece(piece, by=desk.office.chen, at=LATER)
    assert state(piece) == PieceState.DROPPED


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"body": ""}, "its text"),
        ({"basis": ""}, "rests on"),
        ({"review_on": None}, "looked at again"),
        ({"channels": ()}, "channel that is in use"),
        ({"body": "Call 13812345678 for a tank."}, "private person"),
        ({"body": "机密"}, "mark of secrecy"),
        ({"body": "On Tuesday, 9 March 2026."}, "weekday"),
        ({"body": "On 30 February 2026."}, "date that does not exist"),
        ({"body": "![](https://w.example/a.jpg)"}, "alternative text"),
        ({"body": "See https://w.example/a"}, "not been looked at"),
        ({"body": "A total of 50 calls, of which 20 calls on smell and 18 calls on pressure."}, "add up"),
    ],
)
def test_the_machine_looks_before_people_do(desk, site, changes, words):
    piece = make_piece(desk, **{"channels": (site,), **changes})
    with pytest.raises(Anticipated, match=words):
        actions.hand_in(piece, by=desk.office.chen, at=LATER)
    assert state(piece) == PieceState.DRAFT


def test_the_bodys_own_words_and_names_are_looked_for(desk, site):
    answers.guard_word("Heron", "A project that is not public.", by=desk.office.ada, at=NOON)
    actions.list_name("Emil Novak", "Spokesperson", ["Emil Nowak"], by=desk.office.ada, at=NOON)
    piece = make_piece(desk, (site,), body="Emil Nowak on Heron.")
    with pytest.raises(Anticipated, match=r"guarded word.*written wrong"):
        actions.hand_in(piece, by=desk.office.chen, at=LATER)


def test_a_find_may_be_explained_and_readers_see_why(desk, site):
    piece = make_piece(desk, (site,), body="The rule on documents marked confidential.")
    row = Piece.objects.get(pk=piece)
    found = findings_of(row, today=date(2026, 3, 2))
    actions.explain(piece, {found[0].key: "It speaks of the rule."}, by=desk.office.chen, at=LATER)
    actions.hand_in(piece, by=desk.office.chen, at=LATER)
    assert state(piece) == PieceState.IN_REVIEW


def test_a_dead_link_is_found_and_a_living_one_is_not(desk, site):
    piece = make_piece(desk, (site,), body="See https://w.example/a")
    looking.note_links(piece, {"https://w.example/a": "HTTP 404"}, by=MACHINE, at=NOON)
    with pytest.raises(Anticipated, match="dead link"):
        actions.hand_in(piece, by=desk.office.chen, at=LATER)
    looking.note_links(piece, {"https://w.example/a": ""}, by=MACHINE, at=NOON)
    actions.hand_in(piece, by=desk.office.chen, at=LATER)


def test_a_policy_is_not_taken_in_without_its_interpretation_plan(desk, site):
    policy, _material = make_policy(desk, (site,), planned=False)
    with pytest.raises(Anticipated, match="interpretation plan"):
        actions.hand_in(policy, by=desk.office.chen, at=LATER)


def test_a_policy_goes_out_together_with_its_interpretation(desk, site):
    policy, material = make_policy(desk, (site,))
    pass_gate(desk, policy)
    assert reviews.review_of(f"piece:{policy}").gate == "Three readings"
    assert Interpretation.objects.get().state == "cosigned"
    with pytest.raises(NotAllowed, match="together with its interpretation"):
        actions.publish(policy, by=desk.fay, at=LATER)
    pass_gate(desk, material)
    actions.publish(policy, by=desk.fay, at=LATER)
    actions.publish(material, by=desk.fay, at=LATER)
    assert Interpretation.objects.get().state == "published"


def test_a_changed_plan_voids_the_policys_passage(desk, site):
    policy, _material = make_policy(desk, (site,))
    pass_gate(desk, policy)
    plan = Interpretation.objects.get()
    changed = actions.InterpretationPlan("video", plan.unit_id, "All new.", plan.due_on, plan.material_id)
    actions.plan_interpretation(policy, changed, by=desk.office.chen, at=LATER)
    assert state(policy) == PieceState.IN_REVIEW


def test_a_document_that_is_not_disclosed_does_not_go_out(desk, site):
    policy, material = make_policy(desk, (site,))
    text = make_text((site,), kind=PieceKind.POLICY, disclosure="not", disclosure_reason="An inner rule.")
    edit(desk, policy, text)
    pass_gate(desk, policy)
    pass_gate(desk, material)
    with pytest.raises(NotAllowed, match="not disclosed"):
        actions.publish(policy, by=desk.fay, at=LATER)


def test_an_interpretation_without_a_policy_is_not_taken_in(desk, site):
    piece = make_piece(desk, (site,), kind=PieceKind.INTERPRETATION)
    with pytest.raises(Anticipated, match="policy that it explains"):
        actions.hand_in(piece, by=desk.office.chen, at=LATER)


def test_a_plan_names_a_real_interpretation_of_its_own(desk, site):
    _policy, material = make_policy(desk, (site,))
    other = make_piece(desk, (site,), kind=PieceKind.POLICY, disclosure="active")
    notice = make_piece(desk, (site,))
    for target, wrong in ((other, material), (other, notice)):
        plan = actions.InterpretationPlan("article", desk.office.unit, "x", date(2026, 4, 1), wrong)
        with pytest.raises(Anticipated):
            actions.plan_interpretation(target, plan, by=desk.office.chen, at=LATER)
    plan = actions.InterpretationPlan("article", desk.office.unit, "x", date(2026, 4, 1))
    with pytest.raises(Anticipated, match="Only a policy"):
        actions.plan_interpretation(notice, plan, by=desk.office.chen, at=LATER)


def test_what_is_scheduled_goes_out_by_itself_in_the_name_of_who_scheduled_it(desk, site):
    piece = make_piece(desk, (site,))
    pass_gate(desk, piece)
    with pytest.raises(Anticipated, match="has passed"):
        actions.schedule(piece, LATER - HOUR, by=desk.fay, at=LATER)
    actions.schedule(piece, LATER + HOUR, by=desk.fay, at=LATER)
    assert publishing.publish_due(by=MACHINE, at=LATER) == 0
    assert publishing.publish_due(by=MACHINE, at=LATER + HOUR) == 1
    assert publishing.publish_due(by=MACHINE, at=LATER + HOUR) == 0
    assert Publication.objects.get().released_by_name == "Fay"


def test_what_lost_its_passage_stays_in_and_the_office_is_told(desk, site):
    piece = make_piece(desk, (site,))
    pass_gate(desk, piece)
    actions.schedule(piece, LATER + HOUR, by=desk.fay, at=LATER)
    found = reviews.review_of(f"piece:{piece}")
    review.withdraw(found.id, by=desk.office.chen, at=LATER)
    assert publishing.publish_due(by=MACHINE, at=LATER + HOUR) == 0
    assert not Publication.objects.exists()
    assert Notice.objects.filter(person=desk.fay.person, key=f"piece-held:{piece}:1").exists()


def test_a_schedule_is_taken_away(desk, site):
    piece = make_piece(desk, (site,))
    pass_gate(desk, piece)
    actions.schedule(piece, LATER + HOUR, by=desk.fay, at=LATER)
    actions.unschedule(piece, by=desk.fay, at=LATER)
    assert state(piece) == PieceState.READY


def test_a_correction_passes_the_gate_and_replaces_the_old_text(desk, site, account):
    old = make_published(desk, (site, account))
    new = actions.correct(old, "The hour was wrong.", by=desk.office.chen, at=LATER)
    with pytest.raises(Moved):
        actions.correct(old, "Again.", by=desk.office.chen, at=LATER)
    assert state(old) == PieceState.PUBLISHED
    edit(desk, new, make_text((site, account), summary="Water is off for five hours."))
    pass_gate(desk, new)
    actions.publish(new, by=desk.fay, at=LATER + HOUR)
    assert (state(old), state(new)) == (PieceState.CORRECTED, PieceState.PUBLISHED)
    assert set(Publication.objects.filter(piece=old).values_list("tell", flat=True)) == {"corrected"}


def test_a_withdrawal_is_at_once_with_its_reason_and_stays_in_the_log(desk, site, account):
    piece = make_published(desk, (site, account))
    with pytest.raises(Anticipated, match="public words"):
        actions.withdraw(piece, " ", by=desk.fay, at=LATER)
    actions.withdraw(piece, "It named a customer.", by=desk.fay, at=LATER)
    assert state(piece) == PieceState.WITHDRAWN
    told = dict(Publication.objects.filter(piece=piece).values_list("channel", "told"))
    assert told == {site: "withdrawn", account: ""}
    row = Publication.objects.get(piece=piece, channel=account)
    actions.confirm_out(row.pk, by=desk.fay, at=LATER)
    actions.confirm_down(row.pk, by=desk.fay, at=LATER)
    row.refresh_from_db()
    assert (row.told, row.taken_down_at) == ("withdrawn", LATER)


def test_a_keeper_confirms_where_it_stands(desk, account):
    make_published(desk, (account,))
    row = Publication.objects.get()
    with pytest.raises(Anticipated, match="no web address"):
        actions.confirm_out(row.pk, "javascript:alert(1)", by=desk.fay, at=LATER)
    with pytest.raises(NotAllowed):
        actions.confirm_out(row.pk, by=desk.office.dana, at=LATER)
    actions.confirm_out(row.pk, "https://weibo.example/1", by=desk.fay, at=LATER + HOUR)
    actions.confirm_out(row.pk, "https://weibo.example/2", by=desk.fay, at=LATER + 2 * HOUR)
    row.refresh_from_db()
    assert (row.address, row.out_at) == ("https://weibo.example/1", LATER + HOUR)
    with pytest.raises(NotFound):
        actions.confirm_out(999, by=desk.fay, at=LATER)


def test_a_piece_falls_due_and_is_kept_or_not(desk, site):
    piece = make_published(desk, (site,), expires_on=date(2026, 4, 1))
    assert following_up.fall_due(by=MACHINE, at=NOON + timedelta(days=20)) == 0
    later = NOON + timedelta(days=31)
    assert following_up.fall_due(by=MACHINE, at=later) == 1
    assert state(piece) == PieceState.REVIEW_DUE
    with pytest.raises(Anticipated, match="lies in the future"):
        actions.keep(piece, date(2026, 3, 1), by=desk.fay, at=later)
    actions.keep(piece, date(2026, 9, 1), by=desk.fay, at=later)
    row = Piece.objects.get(pk=piece)
    assert (row.state, row.review_on, row.expires_on) == (PieceState.PUBLISHED, date(2026, 9, 1), None)
    assert following_up.fall_due(by=MACHINE, at=later) == 0


def test_names_come_off_the_list(desk):
    name = actions.list_name("Mill Lane", "", ["Mil Lane"], by=desk.office.ada, at=NOON)
    with pytest.raises(Anticipated):
        actions.list_name("Mill Lane", "", ["Mill Lane"], by=desk.office.ada, at=NOON)
    with pytest.raises(NotAllowed):
        actions.unlist_name(name, by=desk.office.chen, at=NOON)
    actions.unlist_name(name, by=desk.office.ada, at=NOON)
    with pytest.raises(NotFound):
        actions.unlist_name(name, by=desk.office.ada, at=NOON)


def test_the_database_itself_lets_nothing_out_without_its_gate(desk, site):
    piece = make_piece(desk, (site,))
    for changes in (
        {"state": "published", "published_at": NOON},
        {"state": "scheduled", "scheduled_for": NOON},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Piece.objects.filter(pk=piece).update(**changes)
