"""One task for its form."""

import pytest

from answerable.kernel.errors import NotFound
from answerable.response.cases import actions
from answerable.response.cases.queries.tasks import task_for
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import HOUR, make_case, make_cast

pytestmark = pytest.mark.django_db


def test_a_task_is_shown_to_its_unit_with_its_case() -> None:
    cast = make_cast()
    case = make_case(cast)
    draft = actions.TaskDraft(cast.repair.pk, "Flush.", NOON + HOUR)
    task = actions.set_task(case, draft, by=cast.ada, at=NOON)
    found = task_for(cast.fang, task)
    assert (found.case.id, found.words, found.unit) == (case, "Flush.", "Repair")


def test_a_task_that_does_not_exist_is_not_there() -> None:
    with pytest.raises(NotFound):
        task_for(make_cast().ada, 999)
