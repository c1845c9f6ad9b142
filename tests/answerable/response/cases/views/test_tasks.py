"""Tasks on their pages."""

import pytest

from answerable.response.cases.models import Task
from tests.answerable.response.cases.makers import make_case

pytestmark = pytest.mark.django_db


def test_a_unit_is_asked_and_says_what_came_of_it(cast, as_) -> None:
    case = make_case(cast)
    said = {"unit": cast.repair.pk, "words": "Flush the main.", "due_at": "2026-03-05T12:00"}
    as_("ada").post(f"/respond/cases/{case}/tasks/add/", said)
    task = Task.objects.get().pk
    page = as_("fang").get(f"/respond/cases/{case}/").content.decode()
    assert f"/respond/cases/tasks/{task}/done/" in page
    assert "Flush the main." in as_("fang").get(f"/respond/cases/tasks/{task}/done/").content.decode()
    as_("fang").post(f"/respond/cases/tasks/{task}/done/", {"words": "Flushed."})
    assert Task.objects.get().result == "Flushed."


def test_a_past_day_comes_back_with_what_was_typed(cast, as_) -> None:
    case = make_case(cast)
    said = {"unit": cast.repair.pk, "words": "Flush the main.", "due_at": "2026-03-01T12:00"}
    page = as_("ada").post(f"/respond/cases/{case}/tasks/add/", said).content.decode()
    assert "has passed already" in page
    assert "Flush the main." in page


def test_a_task_is_dropped_with_a_reason_and_other_ends_are_none(cast, as_) -> None:
    case, client = make_case(cast), as_("ada")
    said = {"unit": cast.repair.pk, "words": "Flush.", "due_at": "2026-03-05T12:00"}
    client.post(f"/respond/cases/{case}/tasks/add/", said)
    task = Task.objects.get().pk
    client.post(f"/respond/cases/tasks/{task}/drop/", {"words": "The main is new."})
    assert Task.objects.get().dropped == "The main is new."
    assert client.get(f"/respond/cases/tasks/{task}/forget/").status_code == 404
