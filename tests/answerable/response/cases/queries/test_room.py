"""A case's room holds everything in a number of queries that does not grow."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.kernel.errors import NotFound
from answerable.response.cases import actions
from answerable.response.cases.actions import Handing, Splitting, TaskDraft
from answerable.response.cases.queries.room import room
from answerable.response.cases.rules.states import Move, Need
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.actions.test_papers import draft
from tests.answerable.response.cases.makers import (
    HOUR,
    answered,
    assigned,
    closed,
    fact,
    make_case,
    make_cast,
    note,
)

pytestmark = pytest.mark.django_db


TITLES = (
    "",
    "Bus lines change in spring",
    "",
    "",
    "School opens a second kitchen",
    "Bridge over the river is painted",
    "Library lends tools",
    "Swimming hall shuts in August",
)


def filled(cast, case: int, number: int) -> None:
    """Put several of everything into a case."""
    for place in range(number):
        actions.add_fact(case, fact(), by=cast.ada, at=NOON)
        actions.set_task(case, TaskDraft(cast.repair.pk, "Flush.", NOON + 9 * HOUR), by=cast.ada, at=NOON)
        actions.draft_paper(case, draft(), by=cast.ada, at=NOON)
        actions.note_answer([case], note(100 + place, "update"), by=cast.emil, at=NOON + 3 * HOUR)
        story = make_story((TITLES[number + place],))
        actions.link_stories(case, (story.pk,), by=cast.ada, at=NOON)
        actions.split(case, Splitting(f"Part {place}", ""), by=cast.ada, at=NOON + 4 * HOUR)


def test_the_number_of_queries_does_not_grow_with_what_is_in_it() -> None:
    cast = make_cast()
    few, much = answered(cast), answered(cast)
    filled(cast, few, 1)
    filled(cast, much, 4)
    with CaptureQueriesContext(connection) as one:
        room(cast.ada, few, at=NOON + 5 * HOUR)
    with CaptureQueriesContext(connection) as many:
        found = room(cast.ada, much, at=NOON + 5 * HOUR)
    assert (len(found.facts), len(found.tasks), len(found.papers), len(found.stories)) == (4, 4, 4, 4)
    assert len(many) == len(one) <= 45


def test_it_shows_the_five_times_and_who_answered() -> None:
    cast = make_cast()
    case = answered(cast)
    times = room(cast.chen, case, at=NOON + 5 * HOUR).times
    assert (times.seen_at, times.registered_at) == (NOON, NOON + HOUR / 2)
    assert (times.answered_at, times.spokesperson) == (NOON + 3 * HOUR, "Emil")
    assert (times.acknowledged_at, times.judged_at) == (None, None)


def test_a_reader_gets_the_buttons_of_their_posts() -> None:
    cast = make_cast()
    case = assigned(cast)
    assert room(cast.chen, case, at=NOON).moves == (Move.RESPOND, Move.MERGE)
    leads = room(cast.boris, case, at=NOON)
    assert {Move.CLOSE, Move.HAND_OVER} <= set(leads.moves)
    assert (leads.need, leads.may_lead, leads.may_work) == (Need.ANSWER, True, True)


def test_a_unit_with_a_task_reads_and_finishes_its_own() -> None:
    cast = make_cast()
    case = assigned(cast)
    actions.set_task(case, TaskDraft(cast.repair.pk, "Flush.", NOON + 9 * HOUR), by=cast.ada, at=NOON + HOUR)
    actions.set_task(case, TaskDraft(cast.office.pk, "Write.", NOON + 9 * HOUR), by=cast.ada, at=NOON + HOUR)
    seen = room(cast.fang, case, at=NOON + HOUR)
    assert {task.unit: task.may_finish for task in seen.tasks} == {"Repair": True, "Communications": False}
    assert (seen.may_work, seen.may_help, seen.moves) == (False, True, ())


def test_without_a_rule_in_force_the_room_says_that_none_sets_a_limit() -> None:
    cast = make_cast()
    assert room(cast.ada, assigned(cast), at=NOON).clocks == ()


def test_clocks_that_are_owed_come_first_by_their_end(rules_in_force: None) -> None:
    cast = make_cast()
    found = room(cast.ada, assigned(cast), at=NOON + 2 * HOUR)
    assert [clock.due for clock in found.clocks] == sorted(clock.due for clock in found.clocks)
    assert found.has_rule
    assert {clock.stage for clock in found.past_clocks} == {"register", "assess"}


def test_a_handed_over_case_shows_to_whom_and_a_closed_one_its_review() -> None:
    cast = make_cast()
    case = assigned(cast)
    actions.hand_over(case, Handing("County", "Theirs."), by=cast.boris, at=NOON + 2 * HOUR)
    found = room(cast.ada, case, at=NOON + 2 * HOUR)
    assert (found.handovers[0].to, found.can_confirm) == ("County", True)
    over, review = closed(cast)
    ended = room(cast.ada, over, at=NOON + 40 * HOUR)
    assert ended.review is not None
    assert ended.review.id == review
    assert not ended.may_work


def test_merged_and_split_cases_name_one_another() -> None:
    cast = make_cast()
    older, newer = make_case(cast), make_case(cast, seen_at=NOON + HOUR, at=NOON + HOUR)
    part = actions.split(older, Splitting("The bill", ""), by=cast.ada, at=NOON + HOUR)
    actions.merge(newer, older, by=cast.ada, at=NOON + 2 * HOUR)
    gone, stands = room(cast.ada, newer, at=NOON), room(cast.ada, older, at=NOON)
    assert gone.merged_into is not None
    assert gone.merged_into.id == older
    assert [other.id for other in stands.merged] == [newer]
    split_off = room(cast.ada, part, at=NOON)
    assert split_off.split_from is not None
    assert split_off.split_from.id == older


def test_another_unit_s_room_stays_shut() -> None:
    cast = make_cast()
    with pytest.raises(NotFound):
        room(cast.fang, make_case(cast), at=NOON)
