"""The frozen results: what was counted comes back as it was kept, and cannot be changed."""

from dataclasses import FrozenInstanceError

import pytest

from answerable.governance.questionnaires import actions
from answerable.governance.questionnaires.queries import results
from answerable.governance.questionnaires.rules.results import Cell
from tests.answerable.governance.questionnaires.makers import NOON, answered, make_keeper, twelve


@pytest.mark.django_db
def test_results_come_back_from_storage_with_counts_shares_and_intervals():
    ada = make_keeper()
    questionnaire = answered(ada, twelve())
    actions.close(questionnaire, by=ada, at=NOON)
    found = results(questionnaire)
    cell = found.questions[0].parts[0].cells[0]
    assert (found.n, found.slips, cell.count) == (12, 12, 7)
    assert cell.low < cell.share < cell.high
    assert found == results(questionnaire)


def test_a_result_cannot_be_rewritten():
    cell = Cell("yes", 7, 0.58, 0.3, 0.8)
    with pytest.raises(FrozenInstanceError):
        cell.count = 12
