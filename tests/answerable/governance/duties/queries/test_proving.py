"""Which of my duties something that lies in another room would prove."""

from datetime import UTC, datetime

import pytest

from answerable.governance.duties.queries.proving import runs_to_prove
from tests.answerable.governance.duties.makers import make_town, opened

MARCH = datetime(2026, 3, 2, 1, tzinfo=UTC)


@pytest.mark.django_db
def test_only_whoever_owes_a_run_is_offered_it_and_only_for_the_evidence_it_asks_for():
    town = make_town()
    run = opened(town)
    chen, ada = town.actor(town.chen, MARCH), town.actor(town.ada, MARCH)
    offered = runs_to_prove(chen, {"report_docx"}, at=MARCH)
    assert [(one.row.id, one.kind) for one in offered] == [(run.pk, "report_docx")]
    assert runs_to_prove(chen, {"questionnaire_result"}, at=MARCH) == ()
    assert runs_to_prove(ada, {"report_docx"}, at=MARCH) == ()
