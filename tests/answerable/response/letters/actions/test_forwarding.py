"""Giving a letter to whoever can answer it."""

import pytest

from answerable.kernel.errors import Anticipated, Moved, NotAllowed, NotFound
from answerable.kernel.sealing import unseal
from answerable.office.notices.models import Letter as HouseLetter
from answerable.office.notices.models import Notice
from answerable.response.letters import actions, queries
from answerable.response.letters.models import Contact, Letter
from answerable.response.letters.rules.states import End, State
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.letters.makers import forwarded, make_letter


def now(letter):
    return Letter.objects.get(pk=letter.pk)


def test_a_forwarded_letter_lies_with_the_unit_and_its_clock_runs_on(office):
    letter = make_letter()
    before = queries.letter_page(office.ada, letter.pk, at=NOON).clock.due
    actions.forward(letter.pk, office.supply, "please answer", by=office.ada, at=NOON)
    after = queries.letter_page(office.chen, letter.pk, at=NOON)
    assert after.state == State.FORWARDED
    assert after.clock.state == "running"
    assert after.clock.due == before


def test_the_units_contact_is_told_and_sees_it_only_now(office):
    letter = make_letter()
    with pytest.raises(NotFound):
        queries.letter_page(office.chen, letter.pk, at=NOON)
    actions.forward(letter.pk, office.supply, "", by=office.ada, at=NOON)
    told = set(Notice.objects.filter(key__contains="forwarded").values_list("person", flat=True))
    assert told == {office.chen.person}


def test_a_letter_that_comes_back_says_why_and_leaves_the_unit(office):
    letter = forwarded(office)
    with pytest.raises(Anticipated):
        actions.bring_back(letter.pk, " ", by=office.chen, at=NOON)
    actions.bring_back(letter.pk, "roads are not ours", by=office.chen, at=NOON)
    assert now(letter).state == State.RECEIVED
    with pytest.raises(NotFound):
        queries.letter_page(office.chen, letter.pk, at=NOON)


def test_a_letter_is_not_forwarded_to_where_it_lies(office):
    letter = forwarded(office)
    with pytest.raises(Anticipated):
        actions.forward(letter.pk, office.supply, "", by=office.ada, at=NOON)


def test_somebody_without_letters_can_do_none_of_it(office):
    letter = make_letter()
    for act in (
        lambda: actions.forward(letter.pk, office.supply, "", by=office.dana, at=NOON),
        lambda: actions.hand_over(letter.pk, "Roads", by=office.dana, at=NOON),
        lambda: actions.set_aside(letter.pk, End.EMPTY, by=office.chen, at=NOON),
        lambda: actions.forward(letter.pk, office.supply, "", by=office.boris, at=NOON),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert now(letter).state == State.RECEIVED


def test_a_letter_that_belongs_elsewhere_is_closed_and_its_asker_told_where(office):
    letter = make_letter()
    HouseLetter.objects.all().delete()
    actions.hand_over(letter.pk, "Roads Bureau", by=office.ada, at=NOON)
    assert (now(letter).state, now(letter).end) == (State.CLOSED, End.NOT_OURS)
    assert "Roads Bureau" in unseal(HouseLetter.objects.get().sealed)
    assert Contact.objects.get().delete_at is not None


def test_a_closed_letter_cannot_be_handed_over_again(office):
    letter = make_letter()
    actions.hand_over(letter.pk, "Roads Bureau", by=office.ada, at=NOON)
    with pytest.raises(Moved):
        actions.hand_over(letter.pk, "Roads Bureau", by=office.ada, at=NOON)


def test_a_letter_is_set_aside_for_stated_reasons_only(office):
    letter = make_letter()
    with pytest.raises(Anticipated):
        actions.set_aside(letter.pk, End.ANSWERED, by=office.ada, at=NOON)
    actions.set_aside(letter.pk, End.AUTOMATIC, by=office.ada, at=NOON)
    assert now(letter).end == End.AUTOMATIC


def test_letters_belong_to_a_case_once(office):
    letters = (make_letter().pk, make_letter().pk)
    assert actions.tie_to_case(letters, 12, by=office.ada, at=NOON) == 2
    assert actions.tie_to_case(letters, 12, by=office.ada, at=NOON) == 0
    assert {matter.id for matter in queries.letters_of_case(office.ada, 12)} == set(letters)
    assert queries.letters_of_case(office.chen, 12) == ()


def test_the_same_matter_is_noted_and_neither_letter_is_closed_by_it(office):
    first, second, third = make_letter(), make_letter(), make_letter()
    actions.mark_same(second.pk, first.pk, by=office.ada, at=NOON)
    actions.mark_same(third.pk, second.pk, by=office.ada, at=NOON)
    assert now(third).same_as_id == first.pk
    assert {now(one).state for one in (first, second, third)} == {State.RECEIVED}
    actions.mark_same(second.pk, None, by=office.ada, at=NOON)
    assert now(second).same_as_id is None
    with pytest.raises(Anticipated):
        actions.mark_same(first.pk, first.pk, by=office.ada, at=NOON)


def test_what_staff_note_is_masked_by_the_askers_own_words(office):
    letter = make_letter()
    actions.forward(letter.pk, office.supply, "Zhang Wei calls every day", by=office.ada, at=NOON)
    assert "calls every day" in queries.letter_page(office.chen, letter.pk, at=NOON).steps[-1].text
    assert "Zhang Wei" not in queries.letter_page(office.chen, letter.pk, at=NOON).steps[-1].text
