"""The town's people live through a quarter by the rooms' own actions."""

from datetime import timedelta

import pytest

from answerable.governance.duties.models import Occurrence
from answerable.governance.plan import queries as plan
from answerable.kernel import clock
from answerable.response.answers.models import Answer
from answerable.response.cases.models import Case
from answerable.response.letters.models import Letter
from demo.opening import open_house
from demo.wings import cast_at, fill_wings


@pytest.mark.django_db
@pytest.mark.slow
def test_every_wing_has_something_to_show():
    at, told = clock.now(), []
    open_house(at - timedelta(days=14))
    assert cast_at(at)["boris"].may("plan.approve")
    fill_wings(at, tell=told.append)
    assert plan.in_force(at=at).in_force_at < at - timedelta(days=80)
    assert len(set(Case.objects.values_list("state", flat=True))) > 2
    assert {"published", "draft"} <= set(Answer.objects.values_list("state", flat=True))
    assert len(set(Letter.objects.values_list("state", flat=True))) > 3
    assert {"planned", "accepted", "missed"} <= set(Occurrence.objects.values_list("state", flat=True))
    assert len(told) == len(set(told)) > 3
