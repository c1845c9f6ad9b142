"""Handing in: complete, every find explained, in the name of somebody who speaks."""

from datetime import date

import pytest

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.office.people.models import Person
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.office.review.models import Review, Wording
from answerable.response.answers import actions
from answerable.response.answers.models import Answer
from answerable.response.answers.queries.pages import draft_page
from tests.answerable.office.people.makers import make_absence
from tests.answerable.response.answers.makers import LATER, change, make_draft, make_published, read


def hand_in(office, answer: int, *, by=None) -> int:
    """Hand a text in."""
    return actions.hand_in(answer, by=by or office.chen, at=LATER)


def test_readers_get_exactly_the_wording_whose_hash_is_bound(office) -> None:
    hand_in(office, make_draft(office))
    wording = Wording.objects.get()
    assert "**repaired**" in wording.text
    assert "Emil" in wording.text
    assert wording.content_hash == Review.objects.get().content_hash


def test_what_is_missing_is_said_in_one_sentence(office) -> None:
    answer = make_draft(office, question="", unknown="Why it burst.")
    with pytest.raises(Anticipated, match="the question it answers; when we will say more"):
        hand_in(office, answer)


def test_everybody_who_wrote_is_kept_from_reviewing(office) -> None:
    answer = make_draft(office)
    change(office, answer, by=office.ada, body="By Ada.")
    hand_in(office, answer)
    with pytest.raises(NotAllowed, match="had a hand"):
        read(answer, office.ada)


def test_whoever_hands_in_for_others_is_kept_from_reviewing(office) -> None:
    answer = make_draft(office)
    hand_in(office, answer, by=office.ada)
    for person in (office.ada, office.chen):
        with pytest.raises(NotAllowed, match="had a hand"):
            read(answer, person)


def test_a_guarded_word_has_to_be_explained(office) -> None:
    actions.guard_word("Mill Lane", "a name under embargo", by=office.ada, at=LATER)
    answer = make_draft(office)
    with pytest.raises(Anticipated, match="Mill Lane"):
        hand_in(office, answer)
    [finding] = draft_page(office.chen, answer, at=LATER).beside.left
    actions.explain(answer, {finding.key: "The embargo ended."}, by=office.chen, at=LATER)
    assert hand_in(office, answer)


def test_a_spokesperson_who_is_away_cannot_be_promised(office) -> None:
    answer = make_draft(office)
    make_absence(Person.objects.get(name="Emil"), date(2026, 3, 1), date(2026, 3, 9))
    with pytest.raises(NotAllowed, match="no longer speaks"):
        hand_in(office, answer)


def test_a_text_is_handed_in_once_and_by_a_person(office) -> None:
    answer = make_draft(office)
    with pytest.raises(NotAllowed, match="by a person"):
        hand_in(office, answer, by=MACHINE)
    hand_in(office, answer)
    with pytest.raises(Moved):
        hand_in(office, answer)


def test_a_text_taken_back_is_read_from_the_start(office) -> None:
    answer = make_draft(office)
    hand_in(office, answer)
    read(answer, office.ada)
    actions.take_back(answer, by=office.chen, at=LATER)
    hand_in(office, answer)
    assert reviews.review_of(f"answer:{answer}").passed == 0


def test_a_text_that_was_sent_back_is_handed_in_anew(office) -> None:
    answer = make_draft(office)
    opened = hand_in(office, answer)
    review.send_back(opened, "The hour.", by=office.ada, at=LATER)
    change(office, answer, body="Water is back at eight.")
    assert hand_in(office, answer) != opened


def test_only_what_is_in_review_is_taken_back(office) -> None:
    make_published(office)
    answer = Answer.objects.get().pk
    actions.correct(answer, "The hour.", by=office.chen, at=LATER)
    with pytest.raises(NotAllowed, match="not in review"):
        actions.take_back(answer, by=office.chen, at=LATER)


def test_a_text_that_passed_its_gate_is_not_handed_in_again(office) -> None:
    answer = make_draft(office)
    hand_in(office, answer)
    for reader in (office.ada, office.emil, office.boris):
        read(answer, reader)
    with pytest.raises(Moved, match="already passed"):
        hand_in(office, answer, by=office.ada)
    assert Review.objects.count() == 1
