"""Passages that several kinds share, in a house where nothing has happened yet."""

import pytest

from answerable.reports.kinds.parts import asks, governance, listening, response
from answerable.reports.kinds.parts.channels import channels_part, faults_part
from answerable.reports.kinds.parts.inspections import rounds_part
from answerable.reports.kinds.parts.letters import letters_part
from answerable.reports.kinds.parts.problems import problems_part
from answerable.reports.kinds.parts.training import training_part
from tests.answerable.reports.kinds.makers import AT, make_period

SHARED = (
    listening.stories_part,
    listening.publications_part,
    listening.signals_part,
    response.cases_part,
    response.units_part,
    response.answers_part,
    response.changes_part,
    letters_part,
    governance.duties_part,
    problems_part,
    channels_part,
    faults_part,
    rounds_part,
    training_part,
    governance.clauses_part,
)


@pytest.mark.parametrize(
    "part", [asks.next_steps_part, asks.conclusions_part, asks.own_account_part, asks.lessons_part]
)
def test_what_only_a_person_can_write_is_asked_for_and_never_made_up(part):
    asked = part(make_period(), at=AT)
    assert not asked.said
    assert not asked.counts
    assert asked.missing[0].en.startswith("Not written yet")
    assert asked.missing[0].zh.startswith("尚未填写")


@pytest.mark.django_db
@pytest.mark.parametrize("part", SHARED)
def test_a_middle_or_share_of_nothing_is_not_known_rather_than_nought(part):
    figures = part(make_period(), at=AT).counts
    assert all(one.value is None for one in figures if "middle" in one.name.en or "per cent" in one.name.en)


@pytest.mark.django_db
@pytest.mark.parametrize("part", SHARED)
def test_a_passage_costs_few_queries(part, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        part(make_period(), at=AT)
