"""Writing down what is taught."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.governance.training.models import Course
from answerable.governance.training.queries.door import KEEP
from answerable.governance.training.rules.quiz import QuizQuestion, as_record
from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.kernel.trail.actions import record


@dataclass(frozen=True, slots=True)
class CourseDraft:
    """A course as somebody writes it."""

    name: str
    unit: int
    hours: Decimal
    about: str = ""
    required_for: tuple[str, ...] = ()
    certifies: bool = False
    valid_months: int | None = None
    quiz: tuple[QuizQuestion, ...] = ()
    mock_question: str = ""
    mock_minutes: int = 10
    is_given: bool = True

    def fields(self) -> dict[str, Any]:
        """Give the columns."""
        return {
            "name": self.name.strip()[:200],
            "unit_id": self.unit,
            "hours": self.hours,
            "about": self.about.strip(),
            "required_for": sorted(self.required_for),
            "certifies": self.certifies,
            "valid_months": self.valid_months if self.certifies else None,
            "quiz": [as_record(one) for one in self.quiz],
            "mock_question": self.mock_question.strip(),
            "mock_minutes": self.mock_minutes,
            "is_given": self.is_given,
        }


def save_course(draft: CourseDraft, *, course: int | None = None, by: Actor, at: datetime) -> int:
    """Keep a course, new or changed; gives its id. What was earned under it stays as it was earned."""
    by.need(KEEP, unit=draft.unit)
    with transaction.atomic():
        if course is None:
            pk = Course.objects.create(**draft.fields(), created_at=at, created_by=by.name).pk
        else:
            pk = course
            if not Course.objects.filter(pk=pk).update(**draft.fields()):
                raise NotFound(_("There is no such course."), _("Go back to the list."))
        record("training.save_course", f"course:{pk}", by=by, at=at, name=draft.name)
    return pk
