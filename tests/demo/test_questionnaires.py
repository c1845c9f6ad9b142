"""What the bureau of the made-up town has asked its people."""

import pytest

from answerable.governance.questionnaires.models import Questionnaire, SealedSheet
from answerable.governance.questionnaires.queries import results
from answerable.kernel import clock
from answerable.office.people import queries as people
from demo import questionnaires
from demo.opening import open_house
from demo.town import CAST


@pytest.mark.slow
@pytest.mark.django_db
def test_one_is_over_one_runs_and_one_is_a_draft():
    at = clock.now()
    open_house(at)
    accounts = {citizen.login: people.account_named(citizen.login) for citizen in CAST}
    questionnaires.load({name: people.actor_for(one, at=at) for name, one in accounts.items() if one}, at=at)
    states = list(Questionnaire.objects.order_by("pk").values_list("state", flat=True))
    assert states == ["closed", "open", "draft"]
    found = results(Questionnaire.objects.get(state="closed").pk)
    assert (found.n, found.slips) == (83, 96)
    assert found.questions[1].mean is not None
    assert found.questions[2].parts[0].groups
    assert SealedSheet.objects.count() == 11
