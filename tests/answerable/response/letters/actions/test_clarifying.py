"""Asking the asker, and more time."""

from datetime import timedelta

import pytest

from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.sealing import unseal
from answerable.office.notices.models import Letter as HouseLetter
from answerable.response.letters import actions, queries
from answerable.response.letters.models import Letter
from answerable.response.letters.rules.matter import Contact
from answerable.response.letters.rules.states import State
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.letters.makers import answered, forwarded, make_letter

LATER = NOON + timedelta(days=2)


def now(letter):
    return Letter.objects.get(pk=letter.pk)


def clock_of(office, letter, at=NOON):
    return queries.letter_page(office.ada, letter.pk, at=at).clock


def test_a_question_stops_the_clock_and_reaches_the_asker(office):
    letter = forwarded(office)
    HouseLetter.objects.all().delete()
    assert actions.ask(letter.pk, "Which house?", by=office.chen, at=NOON)
    assert now(letter).state == State.CLARIFYING
    assert clock_of(office, letter).state == "paused"
    assert "Which house?" in unseal(HouseLetter.objects.get().sealed)


def test_an_explanation_lets_the_clock_run_and_goes_back_to_the_unit(office):
    letter = forwarded(office)
    due = clock_of(office, letter).due
    actions.ask(letter.pk, "Which house?", by=office.chen, at=NOON)
    actions.clarify(now(letter), "Number 4, I am Zhang Wei", by=actions.ASKER, at=LATER)
    page = queries.letter_page(office.chen, letter.pk, at=LATER)
    assert page.state == State.FORWARDED
    assert page.clock.state == "running"
    assert page.clock.due > due
    assert "Zhang Wei" not in page.steps[-1].text


def test_without_an_explanation_the_unit_goes_on(office):
    letter = make_letter()
    actions.ask(letter.pk, "Which house?", by=office.ada, at=NOON)
    actions.go_on(letter.pk, by=office.ada, at=LATER)
    assert now(letter).state == State.RECEIVED
    assert clock_of(office, letter, LATER).state == "running"


def test_nobody_is_asked_who_left_no_way_back(office):
    letter = make_letter(way="file", contact=Contact())
    with pytest.raises(Anticipated):
        actions.ask(letter.pk, "Which house?", by=office.ada, at=NOON)


def test_an_empty_question_is_none(office):
    letter = make_letter()
    with pytest.raises(Anticipated):
        actions.ask(letter.pk, "  ", by=office.ada, at=NOON)
    with pytest.raises(Anticipated):
        actions.clarify(letter, "\u200b", by=actions.ASKER, at=NOON)


def test_what_an_asker_adds_unasked_is_found_by_its_words(office):
    letter = make_letter()
    actions.clarify(letter, "The hydrant is leaking too", by=actions.ASKER, at=LATER)
    found = queries.table(office.ada, queries.Wish(tab="all", words="hydrant"), at=LATER)
    assert [row.id for row in found.rows] == [letter.pk]
    assert now(letter).state == State.RECEIVED


def test_nothing_is_added_to_an_answered_letter(office):
    letter = answered(office)
    with pytest.raises(Anticipated):
        actions.clarify(letter, "and another thing", by=actions.ASKER, at=LATER)


def test_a_telephone_explanation_is_written_down(office):
    letter = make_letter()
    actions.ask(letter.pk, "Which house?", by=office.ada, at=NOON)
    actions.clarified_by_hand(letter.pk, "number 4", by=office.ada, at=LATER)
    assert now(letter).state == State.RECEIVED
    with pytest.raises(Moved):
        actions.go_on(letter.pk, by=office.ada, at=LATER)


def test_time_is_extended_by_the_head_with_a_reason_that_the_asker_is_told(office):
    letter = forwarded(office)
    due = clock_of(office, letter).due
    HouseLetter.objects.all().delete()
    until = actions.extend(letter.pk, "The main must be dug up.", by=office.boris, at=LATER)
    assert until > due
    assert clock_of(office, letter).due == until
    assert "The main must be dug up." in unseal(HouseLetter.objects.get().sealed)


def test_nobody_extends_their_own_time(office):
    letter = forwarded(office)
    for actor in (office.chen, office.ada, office.dana):
        with pytest.raises(NotAllowed):
            actions.extend(letter.pk, "no time", by=actor, at=LATER)


def test_an_extension_needs_a_reason_and_a_letter_that_waits(office):
    letter = forwarded(office)
    with pytest.raises(Anticipated):
        actions.extend(letter.pk, " ", by=office.boris, at=LATER)
    done = answered(office)
    with pytest.raises(Anticipated):
        actions.extend(done.pk, "why not", by=office.boris, at=LATER)
