"""What all actions of the room share, and the wiping of what is over."""

from datetime import timedelta

import pytest
from django.db import connection

from answerable.governance.questionnaires import actions
from answerable.governance.questionnaires.actions.notes import locked, subject_of
from answerable.governance.questionnaires.actions.wiping import wipe
from answerable.governance.questionnaires.models import Questionnaire
from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import NotAllowed, NotFound
from answerable.kernel.trail.models import Entry
from answerable.office.people.rules import PostKind
from tests.answerable.governance.questionnaires.makers import NOON, answered, make_keeper, opened, twelve
from tests.answerable.office.people.makers import actor_of, make_member


@pytest.mark.django_db
def test_a_questionnaire_is_found_by_whoever_keeps_those_of_its_unit():
    ada = make_keeper()
    questionnaire, _codes = opened(ada)
    assert locked(questionnaire, by=ada).pk == questionnaire
    assert subject_of(questionnaire) == f"questionnaire:{questionnaire}"
    with pytest.raises(NotFound):
        locked(questionnaire + 1, by=ada)
    with pytest.raises(NotAllowed):
        locked(questionnaire, by=actor_of(make_member("Emil", PostKind.SPOKESPERSON, ada_unit())))


def ada_unit():
    return Questionnaire.objects.get().unit


@pytest.mark.django_db(transaction=True)
def test_what_is_over_is_rewritten_once_and_what_is_open_is_left():
    ada = make_keeper()
    over = answered(ada, twelve())
    still, _codes = opened(ada, title="Still open")
    assert wipe(by=MACHINE, at=NOON) == 0
    actions.close(over, by=ada, at=NOON + timedelta(days=8))
    Questionnaire.objects.filter(pk=still).update(state="open")
    assert wipe(by=MACHINE, at=NOON + timedelta(days=9)) == 1
    assert wipe(by=MACHINE, at=NOON + timedelta(days=9)) == 0
    assert Questionnaire.objects.get(pk=over).wiped_at
    assert Questionnaire.objects.get(pk=still).wiped_at is None
    assert Entry.objects.filter(act="questionnaires.wipe").count() == 1
    assert connection.in_atomic_block is False
