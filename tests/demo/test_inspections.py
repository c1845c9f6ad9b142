"""The town's inspections: one round over, one running, findings in every state, and its draws agree."""

from datetime import timedelta

import pytest

from answerable.governance.inspections.models import Draw, Finding, Round
from answerable.governance.inspections.queries.drawing import bundle_of
from answerable.governance.inspections.rules.bundle import faults
from answerable.governance.inspections.rules.states import Found
from answerable.kernel import clock
from demo import inspections
from demo.opening import open_house
from demo.wings import cast_at


@pytest.mark.django_db
def test_the_town_inspects_itself():
    at = clock.now()
    open_house(at - timedelta(days=92))
    inspections.load(cast_at(at), at=at)
    assert set(Round.objects.values_list("state", flat=True)) == {"reported", "running"}
    assert set(Finding.objects.values_list("state", flat=True)) == set(Found)
    assert [faults(bundle_of(lot)) for lot in Draw.objects.all()] == [(), ()]
