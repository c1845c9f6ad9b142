"""What the asker says of the answer."""

from datetime import timedelta

import pytest

from answerable.kernel import events
from answerable.kernel.errors import Anticipated
from answerable.office.notices.models import Notice
from answerable.response.letters import actions, queries
from answerable.response.letters.events import LetterJudged, LetterReopened
from answerable.response.letters.models import Letter
from answerable.response.letters.rules.states import Judgement, State
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.letters.makers import adopt_plan, answered, make_letter, passed

LATER = NOON + timedelta(days=3)


def now(letter):
    return Letter.objects.get(pk=letter.pk)


def test_a_judgement_is_kept_and_heard_above_and_may_change(office):
    heard = []
    events.react(LetterJudged, heard.append)
    letter = answered(office)
    actions.judge(letter, Judgement.PARTLY, by=actions.ASKER, at=LATER)
    actions.judge(letter, Judgement.ANSWERED, by=actions.ASKER, at=LATER)
    assert [one.judgement for one in heard] == ["partly", "answered"]
    assert now(letter).judgement == Judgement.ANSWERED


def test_there_is_nothing_to_judge_before_an_answer(office):
    with pytest.raises(Anticipated):
        actions.judge(make_letter(), Judgement.NOT, by=actions.ASKER, at=LATER)


def test_the_unit_is_told_of_an_asker_who_is_not_content(office):
    actions.judge(answered(office), Judgement.NOT, by=actions.ASKER, at=LATER)
    assert Notice.objects.filter(key__contains="judged", person=office.chen.person).exists()


def test_a_letter_is_opened_again_once_with_a_new_clock(office):
    heard = []
    events.react(LetterReopened, heard.append)
    letter = answered(office)
    actions.reopen(letter, "The water is brown, I am Zhang Wei", by=actions.ASKER, at=LATER)
    page = queries.letter_page(office.ada, letter.pk, at=LATER)
    assert page.state == State.RECEIVED
    assert page.clock.since == LATER
    assert "Zhang Wei" not in page.steps[-1].text
    assert heard[-1].letter == letter.pk
    actions.forward(letter.pk, office.supply, "", by=office.ada, at=LATER)
    actions.send_reply(passed(office, now(letter), at=LATER), by=office.chen, at=LATER)
    with pytest.raises(Anticipated):
        actions.reopen(now(letter), "still brown", by=actions.ASKER, at=LATER)


def test_the_first_answer_stays_in_the_history_of_a_letter_opened_again(office):
    letter = answered(office)
    actions.reopen(letter, "The water is brown.", by=actions.ASKER, at=LATER)
    steps = queries.letter_page(office.ada, letter.pk, at=LATER).steps
    assert any("back since eight" in step.text for step in steps)


def test_nobody_opens_a_letter_again_when_the_days_are_over(office):
    letter = answered(office)
    with pytest.raises(Anticipated):
        actions.reopen(letter, "brown", by=actions.ASKER, at=NOON + timedelta(days=40))


def test_the_plan_says_how_many_days(office):
    adopt_plan(letters_reopen_days=60)
    letter = answered(office)
    actions.reopen(letter, "brown", by=actions.ASKER, at=NOON + timedelta(days=40))
    assert now(letter).state == State.RECEIVED


def test_opening_again_needs_words(office):
    with pytest.raises(Anticipated):
        actions.reopen(answered(office), " ", by=actions.ASKER, at=LATER)


def test_what_an_asker_said_on_the_telephone_is_written_down(office):
    letter = answered(office)
    actions.judged_by_hand(letter.pk, Judgement.ANSWERED, by=office.chen, at=LATER)
    assert now(letter).judgement == Judgement.ANSWERED
