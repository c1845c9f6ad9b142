"""The course of a case makes itself, in a fixed number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.response.cases import actions
from answerable.response.cases.actions import Handing, Splitting, TaskDraft
from answerable.response.cases.queries.course import course_of, kept_step
from answerable.response.cases.rules.course import Happened
from tests.answerable.listening.signals.makers import make_signal
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.actions.test_papers import signed
from tests.answerable.response.cases.makers import (
    HOUR,
    answered,
    assigned,
    closed,
    fact,
    make_case,
    make_cast,
)

pytestmark = pytest.mark.django_db


def test_everything_that_was_done_stands_in_its_order() -> None:
    cast, signal = make_cast(), make_signal(watch=None, story=make_story())
    case, review = closed(cast, signals=(signal.pk,), event_known_at=NOON - HOUR)
    steps = course_of(case)
    assert [step.at for step in steps] == sorted(step.at for step in steps)
    assert {step.happened for step in steps} >= {
        Happened.KNOWN,
        Happened.SEEN,
        Happened.SIGNAL,
        Happened.OPENED,
        Happened.REGISTERED,
        Happened.OPINION,
        Happened.LEVEL,
        Happened.ANSWER,
        Happened.CLOSED,
    }
    actions.hold_review(
        review, actions.Lessons("Log.", "Sunday.", "", "Ada"), by=cast.ada, at=NOON + 40 * HOUR
    )
    assert course_of(case)[-1].happened is Happened.REVIEWED


def test_tasks_reports_facts_and_handovers_stand_in_it_too() -> None:
    cast = make_cast()
    case = assigned(cast)
    actions.acknowledge(case, "On the site.", by=cast.ada, at=NOON + HOUR)
    actions.add_fact(case, fact(), by=cast.ada, at=NOON + HOUR)
    task = actions.set_task(
        case, TaskDraft(cast.repair.pk, "Flush.", NOON + 9 * HOUR), by=cast.ada, at=NOON + HOUR
    )
    actions.finish_task(task, "Flushed.", by=cast.fang, at=NOON + 2 * HOUR)
    paper = signed(cast, case)
    actions.send_paper(paper, "By hand", by=cast.ada, at=NOON + 2 * HOUR)
    actions.note_receipt(paper, "In 7", by=cast.ada, at=NOON + 3 * HOUR)
    part = actions.split(case, Splitting("The bill", ""), by=cast.ada, at=NOON + 3 * HOUR)
    other = make_case(cast, seen_at=NOON + 4 * HOUR, at=NOON + 4 * HOUR)
    actions.merge(other, case, by=cast.ada, at=NOON + 4 * HOUR)
    actions.hand_over(case, Handing("County", "Theirs."), by=cast.boris, at=NOON + 5 * HOUR)
    actions.confirm_handover(case, "They said so.", by=cast.ada, at=NOON + 6 * HOUR)
    found = {step.happened: step for step in course_of(case)}
    assert found[Happened.TASK].who == "Repair"
    assert found[Happened.TASK_DONE].words == "Flushed."
    assert found[Happened.REPORTED].who == "Boris"
    assert found[Happened.RECEIPT].words == "In 7"
    assert found[Happened.SPLIT].link == f"/respond/cases/{part}/"
    assert found[Happened.MERGED].words == "Brown water in the east of the town"
    assert found[Happened.HANDED_OVER].words == "County: Theirs."
    assert found[Happened.CONFIRMED].words == "They said so."
    assert {Happened.ACKNOWLEDGED, Happened.FACT} <= set(found)


def test_a_step_is_kept_and_read_again_unchanged() -> None:
    cast = make_cast()
    for step in course_of(answered(cast)):
        assert kept_step(step.as_kept()) == step


def test_a_long_course_takes_as_many_queries_as_a_short_one() -> None:
    cast = make_cast()
    short, long = answered(cast), answered(cast)
    for case, number in ((short, 1), (long, 6)):
        for _ in range(number):
            actions.add_fact(case, fact(), by=cast.ada, at=NOON)
            task = TaskDraft(cast.repair.pk, "Flush.", NOON + 9 * HOUR)
            actions.set_task(case, task, by=cast.ada, at=NOON)
    with CaptureQueriesContext(connection) as few:
        course_of(short)
    with CaptureQueriesContext(connection) as many:
        course_of(long)
    assert len(few) == len(many) <= 14
