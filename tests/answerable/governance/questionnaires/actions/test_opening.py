"""Opening and slips."""

from datetime import timedelta

import pytest

from answerable.governance.questionnaires import actions
from answerable.governance.questionnaires.models import Questionnaire, Slip
from answerable.governance.questionnaires.rules.questions import Question, Sort
from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.kernel.trail.models import Entry
from answerable.office.people.rules import Role
from tests.answerable.governance.questionnaires.makers import NOON, draft, make_keeper, opened
from tests.answerable.office.people.makers import actor_of, make_account

pytestmark = pytest.mark.django_db


def test_of_a_slip_only_a_keyed_hash_is_kept():
    _questionnaire, codes = opened(make_keeper())
    kept = set(Slip.objects.values_list("code_hash", flat=True))
    assert len(codes) == len(set(codes)) == len(kept) == 12
    assert not kept & set(codes)
    assert {field.name for field in Slip._meta.fields} == {"code_hash", "questionnaire"}


def test_how_many_slips_were_made_is_in_the_trail_and_no_code_is():
    _questionnaire, codes = opened(make_keeper())
    entry = Entry.objects.get(act="questionnaires.make_slips")
    assert '"count":12' in entry.payload.content.replace(" ", "")
    assert not any(code in entry.payload.content for code in codes)


def test_fewer_than_five_are_not_asked():
    ada = make_keeper()
    questionnaire = actions.open_questionnaire(draft(), by=ada, at=NOON)
    with pytest.raises(Anticipated, match="between 5 and"):
        actions.make_slips(questionnaire, 4, by=ada, at=NOON)
    actions.make_slips(questionnaire, 5, by=ada, at=NOON)
    actions.make_slips(questionnaire, 1, by=ada, at=NOON)
    assert Questionnaire.objects.get().slips == 6


def test_what_cannot_be_asked_is_not_opened():
    ada = make_keeper()
    one = Question(Sort.SINGLE, "Clear?", ("yes",))
    with pytest.raises(Anticipated, match="between 2 and"):
        actions.open_questionnaire(draft(questions=(one,)), by=ada, at=NOON)
    with pytest.raises(Anticipated, match="last day"):
        actions.open_questionnaire(draft(closes_on=(NOON - timedelta(days=2)).date()), by=ada, at=NOON)
    drafted = actions.save(draft(), by=ada, at=NOON)
    with pytest.raises(Anticipated, match="open"):
        actions.make_slips(drafted, 12, by=ada, at=NOON)


def test_an_administrator_of_the_system_makes_no_slips():
    questionnaire, _codes = opened(make_keeper())
    root = actor_of(make_account("root", role=Role.ADMINISTRATOR))
    with pytest.raises(NotAllowed):
        actions.make_slips(questionnaire, 12, by=root, at=NOON)
