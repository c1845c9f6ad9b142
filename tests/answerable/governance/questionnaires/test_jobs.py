"""What runs by itself: closing, and writing the tables anew."""

from datetime import timedelta

import pytest

from answerable.governance.questionnaires import actions, jobs
from answerable.governance.questionnaires.models import Questionnaire
from answerable.kernel import clock
from answerable.kernel.trail.models import Entry
from tests.answerable.governance.questionnaires.makers import NOON, draft, make_keeper


@pytest.mark.django_db(transaction=True)
def test_a_questionnaire_closes_the_day_after_its_last_and_the_tables_are_written_anew():
    ada = make_keeper()
    today = clock.now()
    over = actions.open_questionnaire(draft(closes_on=NOON.date()), by=ada, at=NOON)
    running = actions.open_questionnaire(draft(closes_on=(today + timedelta(days=9)).date()), by=ada, at=NOON)
    assert jobs.close_due.func() == 1
    assert Questionnaire.objects.get(pk=over).wiped_at is not None
    assert Questionnaire.objects.get(pk=running).state == "open"
    assert Entry.objects.filter(act="questionnaires.wipe").count() == 1
    assert jobs.close_due.func() == 0
    assert Entry.objects.filter(act="questionnaires.wipe").count() == 1
