"""The end: counted, frozen, destroyed."""

from datetime import timedelta

import pytest

from answerable.governance.questionnaires import actions
from answerable.governance.questionnaires.models import Outcome, Questionnaire, Remark, SealedSheet, Slip
from answerable.governance.questionnaires.queries import results
from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.models import Entry
from tests.answerable.governance.questionnaires.makers import NOON, answered, make_keeper, opened, twelve

pytestmark = pytest.mark.django_db


def test_results_exist_after_the_close_and_not_before():
    ada = make_keeper()
    questionnaire = answered(ada, twelve())
    with pytest.raises(Anticipated):
        results(questionnaire)
    actions.close(questionnaire, by=ada, at=NOON)
    found = results(questionnaire)
    assert found.n == 12
    assert [cell.count for cell in found.questions[0].parts[0].cells] == [7, 5]


def test_the_close_destroys_sheets_slips_and_key():
    ada = make_keeper()
    questionnaire = answered(ada, twelve())
    assert SealedSheet.objects.count() == 12
    actions.close(questionnaire, by=ada, at=NOON)
    assert not SealedSheet.objects.exists()
    assert not Slip.objects.exists()
    assert Questionnaire.objects.get(pk=questionnaire).sealed_key == ""
    assert Remark.objects.count() == 6


def test_nobody_closes_at_a_moment_of_their_choice():
    ada = make_keeper()
    questionnaire, _codes = opened(ada)
    with pytest.raises(Anticipated, match="until the end"):
        actions.close(questionnaire, by=ada, at=NOON + timedelta(days=7))
    actions.close(questionnaire, by=ada, at=NOON + timedelta(days=8))
    assert results(questionnaire).n is None


def test_a_close_records_how_many_answered_and_the_hash_of_the_results():
    ada = make_keeper()
    questionnaire = answered(ada, twelve())
    sha256 = actions.close(questionnaire, by=ada, at=NOON)
    entry = Entry.objects.get(act="questionnaires.close")
    assert f'"{sha256}"' in entry.payload.content
    assert Outcome.objects.get().sha256 == sha256


def test_a_cancelled_one_takes_its_answers_with_it_unread():
    ada = make_keeper()
    questionnaire = answered(ada, twelve())
    with pytest.raises(Anticipated, match="reason"):
        actions.cancel(questionnaire, " ", by=ada, at=NOON)
    actions.cancel(questionnaire, "The second question was wrong.", by=ada, at=NOON)
    assert not SealedSheet.objects.exists()
    assert not Outcome.objects.exists()
