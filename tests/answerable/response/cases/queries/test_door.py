"""Who sees a case, and who may work on it, assess it, lead it."""

import pytest

from answerable.kernel.actor import MACHINE, NOBODY
from answerable.kernel.errors import Moved, NotAllowed, NotFound
from answerable.response.cases import actions
from answerable.response.cases.queries import case_for
from answerable.response.cases.queries.door import (
    case_to_assess,
    case_to_help,
    case_to_lead,
    case_to_work,
    cases_of,
    open_case,
)
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import HOUR, closed, make_case, make_cast

pytestmark = pytest.mark.django_db


def test_a_case_is_seen_by_its_unit_by_the_whole_body_posts_and_by_the_machine() -> None:
    cast = make_cast()
    case = make_case(cast)
    for actor in (cast.chen, cast.ada, cast.boris, cast.emil, MACHINE):
        assert case_for(actor, case).pk == case


@pytest.mark.parametrize("who", ["fang", "dana"])
def test_another_unit_does_not_learn_that_there_is_one(who: str) -> None:
    cast = make_cast()
    with pytest.raises(NotFound):
        case_for(getattr(cast, who), make_case(cast))


def test_somebody_without_a_post_sees_none() -> None:
    with pytest.raises(NotAllowed):
        cases_of(NOBODY)


def test_a_unit_with_a_task_sees_the_case_until_the_task_is_dropped() -> None:
    cast = make_cast()
    case = make_case(cast)
    task = actions.set_task(
        case, actions.TaskDraft(cast.repair.pk, "Flush.", NOON + HOUR), by=cast.ada, at=NOON
    )
    assert cases_of(cast.fang).count() == 1
    actions.drop_task(task, "Not needed.", by=cast.ada, at=NOON)
    assert cases_of(cast.fang).count() == 0


def test_a_unit_with_a_task_helps_and_does_not_work_on_the_case() -> None:
    cast = make_cast()
    case = make_case(cast)
    actions.set_task(case, actions.TaskDraft(cast.repair.pk, "Flush.", NOON + HOUR), by=cast.ada, at=NOON)
    assert case_to_help(cast.fang, case).pk == case
    with pytest.raises(NotAllowed):
        case_to_work(cast.fang, case)
    with pytest.raises(NotAllowed):
        case_to_help(cast.dana, case)


def test_leading_needs_more_than_working_and_assessing_its_own_ability() -> None:
    cast = make_cast()
    case = make_case(cast)
    assert case_to_lead(cast.boris, case).pk == case_to_assess(cast.chen, case).pk == case
    with pytest.raises(NotAllowed):
        case_to_lead(cast.emil, case)


def test_an_ended_case_is_not_worked_on() -> None:
    cast = make_cast()
    case, _review = closed(cast)
    with pytest.raises(Moved):
        open_case(case_for(cast.ada, case))
