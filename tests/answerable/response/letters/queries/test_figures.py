"""Figures with the numbers they are shares of."""

from datetime import timedelta

import pytest

from answerable.kernel.errors import NotAllowed
from answerable.response.letters import actions, queries
from answerable.response.letters.models import Letter
from answerable.response.letters.queries.figures import LEAST
from answerable.response.letters.rules.states import End, Judgement
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.letters.makers import answered, make_inquiry, make_letter

BEGIN, END = NOON - timedelta(days=1), NOON + timedelta(days=1)


def test_in_time_judged_and_found_answered_are_three_figures(office):
    make_letter()
    late = answered(office, at=NOON + timedelta(days=60))
    content, discontent = answered(office), answered(office)
    actions.judge(content, Judgement.ANSWERED, by=actions.ASKER, at=NOON + timedelta(days=2))
    actions.judge(discontent, Judgement.NOT, by=actions.ASKER, at=NOON + timedelta(days=2))
    found = queries.figures(BEGIN, END)
    assert late
    assert (found.received, found.still_owed) == (4, 1)
    assert (found.answered.count, found.answered.of) == (3, 4)
    assert (found.on_time.count, found.on_time.of) == (2, 3)
    assert (found.judged.count, found.judged.of) == (2, 3)
    assert (found.found_answered.count, found.found_answered.of) == (1, 2)
    assert (found.found_not.count, found.found_partly.count) == (1, 0)
    assert found.middle_days == pytest.approx(1)


def test_what_was_no_letter_or_not_ours_is_in_no_share(office):
    actions.set_aside(make_letter().pk, End.AUTOMATIC, by=office.ada, at=NOON)
    actions.hand_over(make_letter().pk, "Roads Bureau", by=office.ada, at=NOON)
    found = queries.figures(BEGIN, END)
    assert (found.received, found.set_aside, found.not_ours, found.answered.of) == (2, 1, 1, 0)


def test_an_answer_that_was_opened_again_is_none_until_there_is_another(office):
    letter = answered(office)
    actions.judge(letter, Judgement.NOT, by=actions.ASKER, at=NOON + timedelta(days=2))
    actions.reopen(letter, "brown", by=actions.ASKER, at=NOON + timedelta(days=2))
    found = queries.figures(BEGIN, END)
    assert (found.answered.count, found.judged.count, found.reopened.count) == (0, 0, 1)


def test_too_few_give_no_share_and_enough_do(office):
    assert queries.Share(LEAST - 1, LEAST - 1).percent is None
    assert queries.Share(LEAST - 1, LEAST).percent == pytest.approx(90)


def test_nothing_at_all_gives_zeros(office):
    found = queries.figures(BEGIN, END)
    assert (found.received, found.answered.of, found.middle_days) == (0, 0, None)


def test_an_actor_counts_what_is_in_reach(office):
    make_letter()
    assert queries.figures_for(office.ada, BEGIN, END).received == 1
    assert queries.figures_for(office.chen, BEGIN, END).received == 0
    with pytest.raises(NotAllowed):
        queries.figures_for(office.dana, BEGIN, END)


def test_the_letters_of_one_unit_are_counted_alone(office):
    make_letter()
    forwarded = make_letter()
    Letter.objects.filter(pk=forwarded.pk).update(unit=office.supply)
    assert queries.figures(BEGIN, END, unit=office.supply).received == 1


def test_a_letter_after_the_period_is_not_counted(office):
    make_letter(at=END)
    assert queries.figures(BEGIN, END).received == 0


def test_inquiries_count_answered_declined_and_in_time(office):
    first, second, _open = (make_inquiry(office) for _number in range(3))
    actions.decline_inquiry(first, "before the court", by=office.ada, at=NOON + timedelta(hours=1))
    actions.decline_inquiry(second, "before the court", by=office.ada, at=NOON + timedelta(days=9))
    found = queries.inquiry_figures(BEGIN, END)
    assert (found.received, found.answered, found.declined) == (3, 0, 2)
    assert (found.in_time.count, found.in_time.of) == (1, 2)


def test_letters_without_a_limit_count_as_neither_in_time_nor_late(office):
    letter = answered(office)
    Letter.objects.filter(pk=letter.pk).update(was_on_time=None)
    assert queries.figures(BEGIN, END).on_time.of == 0
