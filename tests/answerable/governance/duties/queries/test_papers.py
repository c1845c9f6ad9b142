"""Which runs that are owed ask for a paper."""

from datetime import UTC, date, datetime

import pytest

from answerable.governance.duties.models import Occurrence
from answerable.governance.duties.queries.papers import runs_with_papers
from tests.answerable.governance.duties.makers import DUTIES, make_town, opened

pytestmark = pytest.mark.django_db
QUARTER = {"d-quarter": DUTIES["d-quarter"].replace("ladder: std}", "ladder: std, doc: {paper: quarter}}")}


def test_an_open_run_whose_duty_names_a_paper_is_listed_with_its_days():
    town = make_town(duties={**DUTIES, **QUARTER})
    run = opened(town)
    found = {row.id: row for row in runs_with_papers()}
    assert found[run.pk].paper == "quarter"
    assert (found[run.pk].period_begin, found[run.pk].period_end) == (date(2026, 1, 1), date(2026, 3, 31))
    assert found[run.pk].holder == town.chen.pk
    assert {row.duty for row in found.values()} == {"d-quarter"}


def test_it_says_to_which_office_it_goes_who_signs_and_what_the_plan_says_of_the_paper():
    words = "to: P-COMM, sign: P-LEAD, ladder: std, doc: {paper: quarter, copies: {en: Archive}}}"
    line = DUTIES["d-quarter"].replace("to: P-COMM, ", "").replace("ladder: std}", words)
    town = make_town(duties={**DUTIES, "d-quarter": line})
    run = opened(town)
    found = {row.id: row for row in runs_with_papers()}[run.pk]
    assert (found.to, found.to_names["zh"], found.signers) == ("P-COMM", "办公室", (town.lead.pk,))
    assert found.to_posts == (town.comm.pk,)
    assert found.words["copies"] == {"en": "Archive"}


def test_a_run_that_is_planned_or_filed_asks_for_none():
    town = make_town(duties={**DUTIES, **QUARTER})
    assert runs_with_papers() == ()
    run = opened(town, at=datetime(2026, 3, 2, 1, tzinfo=UTC))
    Occurrence.objects.filter(pk=run.pk).update(state="submitted")
    assert run.pk not in {row.id for row in runs_with_papers()}


def test_a_duty_that_names_no_paper_asks_for_none():
    opened(make_town())
    assert runs_with_papers() == ()
