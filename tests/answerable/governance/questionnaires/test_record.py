"""The record of the results."""

import pytest

from answerable.governance.questionnaires import actions, queries
from answerable.governance.questionnaires.record import record_of
from tests.answerable.governance.questionnaires.makers import NOON, answered, make_keeper, twelve


@pytest.mark.django_db
def test_the_record_is_the_same_bytes_each_time_and_carries_the_hash():
    ada = make_keeper()
    questionnaire = answered(ada, twelve())
    sha256 = actions.close(questionnaire, by=ada, at=NOON)
    page = queries.page_of(ada, questionnaire, at=NOON)
    assert record_of(page) == record_of(page)
    assert sha256 in record_of(page)
