"""A burden is counted and nobody's name is kept."""

from datetime import UTC, datetime

import pytest

from answerable.governance.duties.actions.burdens import Demand, call_burden
from answerable.governance.duties.models import BurdenCount, BurdenRemark
from answerable.governance.duties.queries.burdens import burdens
from answerable.kernel.trail.models import Entry
from tests.answerable.governance.duties.makers import Town

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 20, 2, tzinfo=UTC)
DEMAND = Demand("duty:d-quarter:report_docx", "Quarterly filing: the report", "季度报送：报告")


def test_voices_are_counted_by_month_without_name_moment_or_trail_entry():
    before = Entry.objects.count()
    for _voice in range(3):
        call_burden(DEMAND, "", at=NOW)
    assert BurdenCount.objects.get().count == 3
    assert Entry.objects.count() == before
    columns = {field.name for model in (BurdenCount, BurdenRemark) for field in model._meta.get_fields()}
    assert columns == {"id", "thing", "name_en", "name_zh", "month", "count", "text"}


def test_a_remark_is_masked_and_shown_once_it_cannot_be_the_only_voice():
    town = Town()
    call_burden(DEMAND, "Twice the same table, ask 13812345678", at=NOW)
    assert burdens(town.actor(town.ada, NOW), at=NOW).rows[0].remarks == ()
    for _voice in range(4):
        call_burden(DEMAND, "", at=NOW)
    (row,) = burdens(town.actor(town.ada, NOW), at=NOW).rows
    assert row.total == 5
    assert "13812345678" not in row.remarks[0]
