"""Forms of the office: a questionnaire with its questions."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.governance.questionnaires.actions import Draft
from answerable.governance.questionnaires.rules.questions import (
    MOST_QUESTIONS,
    SCALE_POINTS,
    SORT_NAMES,
    Question,
    Sort,
    from_record,
)

#: Rows that a new questionnaire begins with.
FIRST_ROWS = 3


def number_of(typed: str | None) -> int:
    """Read a number that a page's own control sent; nought for anything else."""
    return int(typed) if typed and typed.isdecimal() and len(typed) < 12 else 0


class HeadForm(forms.Form):
    """What it is called, why it is asked, by whom, until when."""

    title = forms.CharField(label=pgettext_lazy("questionnaire", "Title"), max_length=200)
    intro = forms.CharField(
        label=_("Why it is asked"),
        required=False,
        max_length=4000,
        help_text=_("Stands above the questions: what becomes of the answers, and who reads them."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    language = forms.ChoiceField(
        label=_("Language of the questions"), choices=[("zh-hans", _("Chinese")), ("en", _("English"))]
    )
    unit = forms.TypedChoiceField(label=_("Unit that asks"), coerce=int)
    closes_on = forms.DateField(
        label=pgettext_lazy("questionnaire", "Last day"),
        help_text=_(
            "It closes by itself after this day. Until then nobody sees a result, and not how many answered."
        ),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    group = forms.IntegerField(
        label=_("Show results apart by question"),
        required=False,
        min_value=1,
        max_value=MOST_QUESTIONS,
        help_text=_(
            "The number of one question with options, such as the kind of work. It is the only filter there will be."
        ),
    )
    run = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, units: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit = self.fields["unit"]
        assert isinstance(unit, forms.ChoiceField)
        unit.choices = units

    def draft(self, questions: tuple[Question, ...]) -> Draft:
        """Give what was said."""
        said = self.cleaned_data
        closes_on: date = said["closes_on"]
        return Draft(
            said["title"],
            questions,
            said["unit"],
            closes_on,
            intro=said["intro"],
            language=said["language"],
            group=said["group"] - 1 if said["group"] else None,
            run=said["run"],
        )


class QuestionForm(forms.Form):
    """One question; one without words is left out."""

    sort = forms.ChoiceField(
        label=_("Kind of answer"), choices=[(key.value, name) for key, name in SORT_NAMES.items()]
    )
    words = forms.CharField(label=pgettext_lazy("questionnaire", "Question"), max_length=500, required=False)
    options = forms.CharField(
        label=_("Options, one a line"),
        required=False,
        max_length=2000,
        help_text=_("Of a scale: the words at its two ends."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    points = forms.IntegerField(
        label=_("Points of the scale"), min_value=SCALE_POINTS[0], max_value=SCALE_POINTS[1], required=False
    )

    def question(self) -> Question | None:
        """Give the question; None where the row was left empty."""
        said = self.cleaned_data
        if not said.get("words", "").strip():
            return None
        lines = [line.strip() for line in said["options"].splitlines()]
        options = tuple(line for line in lines if line) if said["sort"] != Sort.TEXT else ()
        return Question(said["sort"], said["words"].strip(), options, said["points"] or 5)


QuestionForms = forms.formset_factory(
    QuestionForm, extra=0, max_num=MOST_QUESTIONS, absolute_max=MOST_QUESTIONS
)


def rows_of(questions: tuple[Question, ...]) -> list[dict[str, Any]]:
    """Give questions as the rows of the form."""
    return [
        {"sort": one.sort, "words": one.words, "options": "\n".join(one.options), "points": one.points}
        for one in questions
    ]


def blank_rows(count: int = FIRST_ROWS) -> list[dict[str, Any]]:
    """Give empty rows."""
    return [{"sort": Sort.SINGLE, "points": 5} for _row in range(count)]


def first_values(row: Any) -> dict[str, Any]:
    """Give what a draft says in its head."""
    return {
        "title": row.title,
        "intro": row.intro,
        "language": row.language,
        "unit": row.unit_id,
        "closes_on": row.closes_on,
        "group": row.group + 1 if row.group is not None else None,
        "run": row.run,
    }


def questions_kept(row: Any) -> tuple[Question, ...]:
    """Give a draft's questions."""
    return tuple(from_record(one) for one in row.questions)
