"""Forms of the room."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.office.clocks.rules.revising import To

_DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class DaysForm(forms.Form):
    """Which days become what."""

    first = forms.DateField(label=pgettext_lazy("calendar", "First day"), widget=_DAY)
    last = forms.DateField(
        label=pgettext_lazy("calendar", "Last day"),
        required=False,
        widget=_DAY,
        help_text=_("Empty: one day."),
    )
    to = forms.ChoiceField(
        label=_("These days become"),
        choices=[
            (To.HOLIDAY.value, _("days off")),
            (To.MAKE_UP.value, _("make-up working days")),
            (To.PLAIN.value, _("as the week says")),
        ],
    )
    name = forms.CharField(label=_("Name of the holiday"), required=False, max_length=60)

    def clean(self) -> dict[str, Any]:
        """Let an empty last day mean the first."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("first") and not said.get("last") and "last" not in self.errors:
            said["last"] = said["first"]
        return said


class HoursForm(forms.Form):
    """When the office is open."""

    hours = forms.CharField(
        label=_("Office hours"),
        max_length=100,
        help_text=_("For example 09:00-12:00, 13:30-17:30"),
    )

    def clean_hours(self) -> tuple[tuple[time, time], ...]:
        """Read spans of hours."""
        try:
            spans = [
                part.strip().replace("–", "-").split("-") for part in self.cleaned_data["hours"].split(",")
            ]
            return tuple(
                (time.fromisoformat(opens.strip()), time.fromisoformat(closes.strip()))
                for opens, closes in spans
            )
        except ValueError:
            raise forms.ValidationError(_("Write each span as 09:00-12:00, with commas between.")) from None


class ConfirmForm(forms.Form):
    """The official notice that settles a year."""

    notice = forms.CharField(
        label=_("Official notice"), max_length=200, help_text=_("Its title or its number.")
    )
    link = forms.URLField(
        label=_("Link to the notice"), required=False, max_length=500, assume_scheme="https"
    )
    text = forms.CharField(
        label=_("Text of the notice"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "Paste the notice of the State Council: days off and make-up working days are read from it, and you see "
            "them before anything changes. Leave it empty when the days above are right already."
        ),
    )
