"""The year of the units begins and ends by the body's own days."""

from datetime import UTC, datetime

import pytest

from answerable.governance.inspections import actions
from answerable.governance.inspections.models import Assessment
from answerable.kernel.errors import Anticipated
from tests.answerable.governance.inspections.makers import Body

pytestmark = pytest.mark.django_db


def test_a_year_has_begun_when_it_has_begun_where_the_body_is():
    body = Body()
    with pytest.raises(Anticipated, match="not begun"):
        actions.settle_year(2027, **body.by(body.ada, datetime(2026, 12, 31, 15, 59, tzinfo=UTC)))
    actions.settle_year(2027, **body.by(body.ada, datetime(2026, 12, 31, 16, 1, tzinfo=UTC)))
    assert Assessment.objects.get().year == 2027
