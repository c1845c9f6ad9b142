"""Reading, passing, sending back: distinct people, on exactly the text that they read."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.events import react
from answerable.office.people.models import Account, Person, Post
from answerable.office.people.rules import HoldingKind, PostKind
from answerable.office.review import actions, queries
from answerable.office.review.events import ReviewFinished, ReviewSentBack
from answerable.office.review.models import Reading, Step
from answerable.office.review.rules import State, StepState, hash_of
from tests.answerable.office.people.makers import (
    NOON,
    actor_of,
    make_absence,
    make_account,
    make_holding,
    make_member,
)
from tests.answerable.office.review.makers import TEXT, hand_in, take

HASH = hash_of(TEXT)


def test_three_people_pass_a_text_and_the_passage_names_them(office) -> None:
    review = hand_in(office)
    for reader in (office.ada, office.emil, office.boris):
        take(review, reader)
    passage = queries.require_passage("answer:1", HASH)
    assert [step.person for step in passage.steps] == ["Ada", "Emil", "Boris"]
    assert {step.content_hash for step in passage.steps} == {HASH}


def test_the_author_never_reviews(office) -> None:
    review = hand_in(office)
    with pytest.raises(NotAllowed, match="had a hand"):
        take(review, office.chen)


def test_nobody_passes_two_steps(office) -> None:
    review = hand_in(office)
    take(review, office.ada)
    with pytest.raises(NotAllowed, match="another person"):
        take(review, office.ada)


def test_the_database_itself_refuses_one_person_in_two_steps(office) -> None:
    review = hand_in(office)
    take(review, office.ada)
    second = Step.objects.filter(review=review, state=StepState.WAITING).order_by("order").first()
    forged = {"state": "passed", "person": office.ada.person, "seen_hash": HASH, "at": NOON, "read_at": NOON}
    with pytest.raises(IntegrityError), transaction.atomic():
        Step.objects.filter(pk=second.pk).update(**forged)


@pytest.mark.parametrize(
    "forged",
    [
        {"state": "passed"},
        {"state": "passed", "person": "ada", "seen_hash": "", "at": NOON, "read_at": NOON},
        {"state": "passed", "person": "ada", "seen_hash": HASH, "at": NOON, "read_at": None},
        {"state": "passed", "person": "chen", "seen_hash": HASH, "at": NOON, "read_at": NOON},
    ],
)
def test_the_database_itself_refuses_a_forged_pass(office, forged) -> None:
    hand_in(office)
    if "person" in forged:
        forged = forged | {"person": getattr(office, forged["person"]).person}
    with pytest.raises(IntegrityError), transaction.atomic():
        Step.objects.filter(order=0).update(**forged)


def test_a_text_that_changed_under_the_reader_is_not_passed(office) -> None:
    review = hand_in(office)
    actions.note_reading(review, by=office.ada, at=NOON)
    new = TEXT + "More.\n"
    actions.content_changed("answer:1", hash_of(new), by=office.chen, at=NOON, text=new)
    with pytest.raises(Moved, match="changed while you were reading"):
        actions.pass_step(review, HASH, ("proofread", "wording", "links"), "", by=office.ada, at=NOON)


def test_a_text_that_nobody_opened_is_not_passed(office) -> None:
    review = hand_in(office)
    with pytest.raises(NotAllowed, match="not had this text before you"):
        actions.pass_step(review, HASH, ("proofread", "wording", "links"), "", by=office.ada, at=NOON)


def test_every_check_has_to_be_ticked(office) -> None:
    review = hand_in(office)
    actions.note_reading(review, by=office.ada, at=NOON)
    with pytest.raises(Anticipated, match="Not every check"):
        actions.pass_step(review, HASH, ("wording",), "", by=office.ada, at=NOON)


def test_no_look_of_somebody_whose_turn_it_is_not_is_noted(office) -> None:
    review = hand_in(office)
    actions.note_reading(review, by=office.chen, at=NOON)
    assert not Reading.objects.exists()


def test_an_administrator_has_no_way_around_the_gate(office) -> None:
    review = hand_in(office)
    admin = Account.objects.create(username="root", role="administrator")
    with pytest.raises(NotAllowed):
        take(review, actor_of(admin))


def test_the_machine_passes_nothing(office) -> None:
    review = hand_in(office)
    with pytest.raises(NotAllowed, match="person's reading"):
        take(review, MACHINE)


def test_the_final_reading_is_not_for_a_contact_of_a_unit(office) -> None:
    other = actor_of(make_member("Chou", PostKind.LIAISON, Post.objects.get(kind="liaison").unit))
    review = hand_in(office)
    take(review, office.ada)
    take(review, office.emil)
    with pytest.raises(NotAllowed, match="another post"):
        take(review, other)


def test_whoever_acts_for_somebody_away_passes_with_both_names(office) -> None:
    lead = Post.objects.get(kind="lead")
    gail = Person.objects.create(name="Gail")
    make_holding(lead, gail, HoldingKind.ACTING)
    make_absence(Person.objects.get(name="Boris"), date(2026, 3, 1), date(2026, 3, 9))
    review = hand_in(office)
    take(review, office.ada)
    take(review, office.emil)
    take(review, actor_of(make_account("gail", gail)))
    last = queries.require_passage("answer:1", HASH).steps[-1]
    assert (last.person, last.instead_of) == ("Gail", "Boris")


def test_a_text_is_sent_back_with_its_reason(office) -> None:
    heard: list[ReviewSentBack] = []
    react(ReviewSentBack, heard.append)
    review = hand_in(office)
    with pytest.raises(Anticipated, match="what is wrong"):
        actions.send_back(review, "  ", by=office.ada, at=NOON)
    actions.send_back(review, "The hour is wrong.", by=office.ada, at=NOON)
    assert queries.review_of("answer:1").comment == "The hour is wrong."
    assert heard[-1].authors == (office.chen.person,)


def test_after_sending_back_nothing_passes_until_it_is_handed_in_anew(office) -> None:
    review = hand_in(office)
    actions.send_back(review, "No.", by=office.ada, at=NOON)
    with pytest.raises(Moved):
        take(review, office.emil)
    again = hand_in(office)
    assert queries.review_of("answer:1").id == again


def test_the_end_of_the_gate_is_told_once_with_the_hash(office) -> None:
    heard: list[ReviewFinished] = []
    react(ReviewFinished, heard.append)
    review = hand_in(office)
    for reader in (office.ada, office.emil, office.boris):
        take(review, reader, at=NOON + timedelta(hours=1))
    assert [(one.subject, one.content_hash) for one in heard] == [("answer:1", HASH)]
    assert queries.review_of("answer:1").state is State.PASSED
    with pytest.raises(Moved):
        actions.pass_step(review, HASH, (), "", by=office.ada, at=NOON)
