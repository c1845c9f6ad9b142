"""Forms of the room."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.office.rota.actions import MOST_TURNS, Duty

_MOMENT = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})


class TurnForm(forms.Form):
    """Who is on duty from when to when, and how often the turns go round."""

    people = forms.MultipleChoiceField(
        label=_("On duty"),
        widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text=_("Several people take turns in the order of the list."),
    )
    begins = forms.DateTimeField(label=pgettext_lazy("rota", "From"), widget=_MOMENT)
    ends = forms.DateTimeField(label=pgettext_lazy("rota", "Until"), widget=_MOMENT)
    times = forms.IntegerField(
        label=_("Turns in all"),
        initial=1,
        min_value=1,
        max_value=MOST_TURNS,
        help_text=_("1: just this one. More: each of the same length, one after the other."),
    )

    def __init__(self, *args: Any, people: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = self.fields["people"]
        if isinstance(offered, forms.MultipleChoiceField):
            offered.choices = list(people)

    def clean_people(self) -> list[Duty]:
        """Read whom the list names, each in their post."""
        pairs = [value.split(":") for value in self.cleaned_data["people"]]
        return [Duty(int(person), int(post)) for post, person in pairs]


class NoteForm(forms.Form):
    """What the next on duty must know."""

    words = forms.CharField(
        label=_("Hand-over note"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What is open, who was told, what to look at first."),
    )


class DropForm(forms.Form):
    """Why a turn is taken out."""

    reason = forms.CharField(label=pgettext_lazy("rota", "Reason"), max_length=200)
