"""Forms of the room: one question each, nothing typed is lost."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.governance.accountability.actions.deciding import Outcome
from answerable.governance.accountability.actions.hearing import Telling
from answerable.governance.accountability.actions.reviewing import AppealOutcome
from answerable.governance.accountability.rules.excuses import Verdict
from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.words import MEASURES, VERDICTS

DATE = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class TextForm(forms.Form):
    """One text."""

    text = forms.CharField(label=_("Text"), widget=_area(8), max_length=20_000)

    def __init__(self, *args: Any, label: object = "", hint: object = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if label:
            self.fields["text"].label = str(label)
        self.fields["text"].help_text = str(hint)


class VerdictForm(forms.Form):
    """What a person makes of an excuse."""

    verdict = forms.ChoiceField(
        label=_("Does it excuse?"),
        widget=forms.RadioSelect,
        choices=[(one.value, VERDICTS[one.value]) for one in (Verdict.HOLDS, Verdict.HOLDS_NOT)],
    )
    text = forms.CharField(label=_("Reason"), widget=_area(4), max_length=20_000)


class PeopleForm(forms.Form):
    """Whom to name."""

    people = forms.TypedMultipleChoiceField(
        label=_("People"), coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, choices: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = choices  # type: ignore[attr-defined] # a choice field has them


def _measures(most: Measure, *, least: Measure = Measure.NONE) -> list[tuple[int, object]]:
    return [(int(one), MEASURES[one]) for one in Measure if least <= one <= most]


class MeasureForm(forms.Form):
    """A measure with its reasons; nothing heavier than the page allows can be chosen."""

    measure = forms.TypedChoiceField(
        label=pgettext_lazy("file", "Measure"),
        coerce=lambda value: Measure(int(value)),
        widget=forms.RadioSelect,
    )
    text = forms.CharField(label=_("Reason"), widget=_area(8), max_length=20_000)

    def __init__(
        self, *args: Any, most: Measure = Measure.HANDED_OVER, least: Measure = Measure.NONE, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["measure"].choices = _measures(most, least=least)  # type: ignore[attr-defined] # as above


class TellForm(MeasureForm):
    """What the one concerned is told."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, least=Measure.REMINDER, **kwargs)
        self.fields["measure"].label = _("The most that may follow")
        self.fields["text"].label = _("Grounds")
        self.fields["text"].help_text = _("The facts are set above it as they were established.")

    def telling(self) -> Telling:
        """Give it as the action takes it."""
        return Telling(self.cleaned_data["text"], self.cleaned_data["measure"])


class OutcomeForm(forms.Form):
    """The decision in writing."""

    text = forms.CharField(label=_("Reasons of the decision"), widget=_area(10), max_length=20_000)
    handed_to = forms.CharField(
        label=_("Handed over to"),
        max_length=200,
        required=False,
        help_text=_(
            "Only where the members voted to hand it over: what is beyond a notice is not decided here."
        ),
    )

    def outcome(self) -> Outcome:
        """Give it as the action takes it."""
        return Outcome(self.cleaned_data["text"], self.cleaned_data["handed_to"])


class AppealForm(MeasureForm):
    """What the body above decided."""

    authority = forms.CharField(label=_("Who decided"), max_length=200)
    field_order = ("authority", "measure", "text")

    def outcome(self) -> AppealOutcome:
        """Give it as the action takes it."""
        given = self.cleaned_data
        return AppealOutcome(given["authority"], given["measure"], given["text"])


class TimeForm(forms.Form):
    """More time to answer."""

    until = forms.DateField(label=_("Until the end of"), widget=DATE)
    text = forms.CharField(label=_("Reason"), widget=_area(3), max_length=2000)

    def moment(self) -> datetime:
        """Give the end of that day."""
        day: date = self.cleaned_data["until"]
        return timezone.make_aware(datetime.combine(day, time(23, 59)))


class HandForm(forms.Form):
    """That a paper was handed over before a witness."""

    witness = forms.CharField(label=_("Before which witness"), max_length=200)
    text = forms.CharField(label=_("Where and how"), widget=_area(3), max_length=2000)


class DoubtForm(forms.Form):
    """The answer to a doubt."""

    aside = forms.TypedChoiceField(
        label=pgettext_lazy("file", "What follows"),
        choices=[("yes", _("the person steps aside")), ("no", _("the person stays"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    text = forms.CharField(label=_("Reason"), widget=_area(3), max_length=2000)
