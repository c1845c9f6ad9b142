"""Other units get tasks with a day and a clock; the case has one lead all the same."""

import pytest

from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.office.clocks import queries as clocks
from answerable.office.notices.models import Notice
from answerable.response.cases import actions
from answerable.response.cases.actions import TaskDraft
from answerable.response.cases.models import Case, Task
from answerable.response.cases.queries import case_for
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import HOUR, make_case, make_cast

pytestmark = pytest.mark.django_db


def asked(cast, **changes) -> tuple[int, int]:
    """A case with a task for the repair department."""
    case = make_case(cast)
    draft = TaskDraft(
        **{"unit": cast.repair.pk, "words": "Flush the main.", "due_at": NOON + 5 * HOUR, **changes}
    )
    return case, actions.set_task(case, draft, by=cast.ada, at=NOON)


def test_the_unit_asked_sees_the_case_is_told_and_its_clock_runs() -> None:
    cast = make_cast()
    case, task = asked(cast)
    assert case_for(cast.fang, case).pk == case
    assert Case.objects.get(pk=case).unit == cast.supply
    told = Notice.objects.filter(key=f"case:{case}:task:{task}").values_list("person__name", flat=True)
    assert list(told) == ["Fang"]
    (clock,) = clocks.clocks_of(f"casetask:{task}", at=NOON)
    assert (clock.due, clock.state) == (NOON + 5 * HOUR, "running")


def test_the_unit_asked_finishes_its_task_and_the_clock_is_met() -> None:
    cast = make_cast()
    _case, task = asked(cast)
    actions.finish_task(task, "Flushed at three.", by=cast.fang, at=NOON + 3 * HOUR)
    row = Task.objects.get(pk=task)
    assert (row.done_at, row.done_by, row.result) == (NOON + 3 * HOUR, "Fang", "Flushed at three.")
    (clock,) = clocks.clocks_of(f"casetask:{task}", at=NOON + 3 * HOUR)
    assert clock.state not in ("running", "breached")
    with pytest.raises(Moved):
        actions.finish_task(task, "Again.", by=cast.fang, at=NOON + 3 * HOUR)


def test_one_unit_s_task_is_not_finished_by_another() -> None:
    cast = make_cast()
    case, task = asked(cast, unit=cast.office.pk)
    second = TaskDraft(cast.repair.pk, "Open the valve.", NOON + 5 * HOUR)
    actions.set_task(case, second, by=cast.ada, at=NOON)
    with pytest.raises(NotAllowed):
        actions.finish_task(task, "Done.", by=cast.fang, at=NOON)


def test_a_task_that_is_dropped_keeps_its_reason_and_shows_the_case_no_longer() -> None:
    cast = make_cast()
    _case, task = asked(cast)
    with pytest.raises(NotAllowed):
        actions.drop_task(task, "Not ours.", by=cast.fang, at=NOON)
    actions.drop_task(task, "The main is new.", by=cast.chen, at=NOON)
    assert Task.objects.get(pk=task).dropped == "The main is new."
    with pytest.raises(Moved):
        actions.finish_task(task, "Done.", by=cast.ada, at=NOON)


def test_a_day_that_has_passed_and_a_unit_that_is_none_are_refused() -> None:
    cast = make_cast()
    with pytest.raises(Anticipated, match="passed already"):
        asked(cast, due_at=NOON)
    with pytest.raises(Anticipated, match="no such unit"):
        asked(cast, unit=999_999)
