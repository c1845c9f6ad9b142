"""Forms of the room."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.governance.training.actions import CourseDraft, SessionDraft
from answerable.governance.training.rules.quiz import (
    QuizQuestion,
    Unclear,
    from_record,
    read_quiz,
    write_quiz,
)
from answerable.office.people.rules.posts import POST_NAMES

#: Posts that a course can be required for.
KINDS = [(kind.value, name) for kind, name in POST_NAMES.items()]


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _choices(form: forms.Form, name: str, choices: Any) -> None:
    found = form.fields[name]
    assert isinstance(found, forms.ChoiceField)
    found.choices = choices


class CourseForm(forms.Form):
    """A course with its quiz and its mock question."""

    name = forms.CharField(label=pgettext_lazy("course", "Name"), max_length=200)
    about = forms.CharField(label=_("What is learnt"), required=False, max_length=4000, widget=_area(3))
    unit = forms.TypedChoiceField(label=_("Unit that gives it"), coerce=int)
    hours = forms.DecimalField(
        label=_("Hours"), min_value=Decimal("0.5"), max_value=100, max_digits=4, decimal_places=1
    )
    required_for = forms.MultipleChoiceField(
        label=_("Required for"), required=False, choices=KINDS, widget=forms.CheckboxSelectMultiple
    )
    certifies = forms.BooleanField(label=_("Ends with a certificate"), required=False)
    valid_months = forms.IntegerField(
        label=_("Valid for months"),
        required=False,
        min_value=1,
        max_value=240,
        help_text=_("Empty: without end. Forty-five days before the end its holder is reminded."),
    )
    quiz = forms.CharField(
        label=_("Quiz"),
        required=False,
        max_length=10_000,
        help_text=_(
            "A question on one line, its options on the next, a star before the right one; an empty line between "
            "questions. Kept is that it was passed, never an answer."
        ),
        widget=_area(8),
    )
    mock_question = forms.CharField(
        label=_("Mock question of the media exercise"), required=False, max_length=2000, widget=_area(2)
    )
    mock_minutes = forms.IntegerField(label=_("Minutes to answer it"), min_value=1, max_value=120)
    is_given = forms.BooleanField(label=_("Is given at present"), required=False, initial=True)

    def __init__(self, *args: Any, units: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "unit", units)

    def clean_quiz(self) -> tuple[QuizQuestion, ...]:
        """Read the lines of the quiz."""
        try:
            return read_quiz(self.cleaned_data["quiz"])
        except Unclear as unclear:
            raise forms.ValidationError(
                translated("Question %(number)s needs two options at least, and a star before exactly one.")
                % {"number": unclear.args[0]}
            ) from None

    def draft(self) -> CourseDraft:
        """Give what was said."""
        said = {**self.cleaned_data, "required_for": tuple(self.cleaned_data["required_for"])}
        return CourseDraft(**said)


def course_values(row: Any) -> dict[str, Any]:
    """Give what a course says as the form shows it."""
    names = (
        "name",
        "about",
        "hours",
        "required_for",
        "certifies",
        "valid_months",
        "mock_question",
        "mock_minutes",
    )
    values = {name: getattr(row, name) for name in (*names, "is_given")}
    return {**values, "unit": row.unit_id, "quiz": write_quiz([from_record(one) for one in row.quiz])}


class SessionForm(forms.Form):
    """One sitting."""

    begins_at = forms.DateTimeField(
        label=_("Begins"),
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
    )
    hours = forms.DecimalField(
        label=_("Hours"), min_value=Decimal("0.5"), max_value=100, max_digits=4, decimal_places=1
    )
    place = forms.CharField(label=pgettext_lazy("training", "Place"), required=False, max_length=200)
    trainer = forms.TypedChoiceField(
        label=_("Trainer"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("Somebody of the house signs here."),
    )
    trainer_name = forms.CharField(label=_("Trainer from outside"), required=False, max_length=200)

    def __init__(self, *args: Any, trainers: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "trainer", [("", "–"), *trainers])

    def draft(self, course: int) -> SessionDraft:
        """Give what was said."""
        said = self.cleaned_data
        return SessionDraft(
            course, said["begins_at"], said["place"], said["trainer"], said["trainer_name"], said["hours"]
        )
