"""Handing a sheet in."""

from datetime import timedelta

import pytest

from answerable.governance.questionnaires import actions
from answerable.governance.questionnaires.models import SealedSheet, Slip
from answerable.governance.questionnaires.rules.questions import Question, Sort
from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.models import Entry
from tests.answerable.governance.questionnaires.makers import NOON, answer, make_keeper, opened, twelve

pytestmark = pytest.mark.django_db


def test_a_sheet_leaves_no_entry_in_the_trail():
    _questionnaire, codes = opened(make_keeper())
    before = Entry.objects.count()
    answer(codes[0], *twelve()[0])
    assert Entry.objects.count() == before


def test_all_sheets_are_of_one_size_and_tell_nothing_of_what_they_hold():
    _questionnaire, codes = opened(make_keeper())
    answer(codes[0], 0, None, None, None)
    answer(codes[1], 1, 5, (0, 1, 2), "长" * 1000)
    sealed = [bytes(one) for one in SealedSheet.objects.values_list("sealed", flat=True)]
    assert len(sealed[0]) == len(sealed[1])
    assert all("长".encode() not in one for one in sealed)


def test_a_code_works_once_until_the_last_day_and_for_whole_sheets():
    _questionnaire, codes = opened(make_keeper())
    with pytest.raises(Anticipated, match="empty"):
        answer(codes[0], None, None, None, None)
    with pytest.raises(Anticipated, match="empty"):
        answer(codes[0], 0)
    with pytest.raises(Anticipated, match="no questionnaire"):
        answer(codes[0], *twelve()[0], at=NOON + timedelta(days=8))
    answer(codes[0], *twelve()[0], at=NOON + timedelta(days=7))
    with pytest.raises(Anticipated, match="no questionnaire"):
        answer(codes[0], *twelve()[0])
    assert Slip.objects.count() == 11


def test_the_question_of_groups_cannot_stay_empty():
    ada = make_keeper()
    questions = (Question(Sort.SINGLE, "Where?", ("office", "field")), Question(Sort.TEXT, "What?"))
    _questionnaire, codes = opened(ada, questions=questions, group=0)
    with pytest.raises(Anticipated, match="cannot stay empty"):
        answer(codes[0], None, "much")


def test_a_cancelled_questionnaire_takes_no_sheet():
    ada = make_keeper()
    questionnaire, codes = opened(ada)
    actions.cancel(questionnaire, "wrong question", by=ada, at=NOON)
    with pytest.raises(Anticipated):
        answer(codes[0], *twelve()[0])
