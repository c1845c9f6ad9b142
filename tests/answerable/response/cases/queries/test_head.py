"""The five lines of the morning."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.kernel.actor import NOBODY
from answerable.response.cases import actions
from answerable.response.cases.actions import PaperDraft, Proposal
from answerable.response.cases.queries.head import HeadLineKey, head_lines
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import (
    HOUR,
    answered,
    assessed,
    closed,
    make_case,
    make_cast,
    opinion,
    registered,
)

pytestmark = pytest.mark.django_db


def lines(actor, *, at=NOON + 4 * HOUR) -> dict[HeadLineKey, object]:
    """The lines by their keys."""
    return {line.key: line for line in head_lines(actor, at=at)}


def test_there_are_five_lines_and_none_for_who_reads_no_cases() -> None:
    cast = make_cast()
    assert [line.key for line in head_lines(cast.boris, at=NOON)] == list(HeadLineKey)
    assert {line.number for line in head_lines(cast.boris, at=NOON)} == {0}
    assert head_lines(NOBODY, at=NOON) == ()


def test_a_dispute_and_a_draft_need_a_decision() -> None:
    cast = make_cast()
    case = registered(cast)
    actions.give_opinion(case, opinion(harm=3), by=cast.ada, at=NOON)
    actions.give_opinion(case, opinion(), by=cast.chen, at=NOON)
    actions.propose_level(case, Proposal("major", "Harm."), by=cast.ada, at=NOON)
    actions.dissent(case, "No.", by=cast.chen, at=NOON)
    line = lines(cast.boris)[HeadLineKey.DECIDE]
    assert (line.number, line.link) == (1, f"/respond/cases/{case}/")
    other = make_case(cast, title="The bill")
    actions.draft_paper(other, PaperDraft("first", "County", "A", "B"), by=cast.ada, at=NOON)
    assert lines(cast.boris)[HeadLineKey.DECIDE].number == 2


def test_grave_cases_and_what_runs_out_are_named(rules_in_force: None) -> None:
    cast = make_cast()
    case = assessed(cast, marks={"harm": 3, "reach": 3})
    found = lines(cast.boris)
    assert (found[HeadLineKey.GRAVE].number, found[HeadLineKey.SOON].number) == (1, 1)
    assert found[HeadLineKey.SOON].link == f"/respond/cases/{case}/"
    assert found[HeadLineKey.SOON].clock.stage == "verbal_report"


def test_what_was_answered_since_yesterday_and_what_is_to_be_looked_back_at() -> None:
    cast = make_cast()
    answered(cast)
    _case, review = closed(cast)
    found = lines(cast.boris)
    assert found[HeadLineKey.ANSWERED].number == 2
    assert found[HeadLineKey.LEARN].link == f"/respond/cases/reviews/{review}/"
    assert lines(cast.boris, at=NOON + 60 * HOUR)[HeadLineKey.ANSWERED].number == 0


def test_another_unit_s_cases_are_nobody_else_s_lines() -> None:
    cast = make_cast()
    assessed(cast, marks={"harm": 3})
    assert lines(cast.fang)[HeadLineKey.GRAVE].number == 0


def test_many_cases_take_as_many_queries_as_one(rules_in_force: None) -> None:
    cast = make_cast()
    assessed(cast, marks={"harm": 3})
    with CaptureQueriesContext(connection) as one:
        head_lines(cast.boris, at=NOON)
    for _ in range(3):
        assessed(cast, marks={"harm": 3})
    with CaptureQueriesContext(connection) as many:
        head_lines(cast.boris, at=NOON)
    assert len(one) == len(many) <= 14
