"""Forms for questions of the press."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.response.letters.actions import PressAnswer
from answerable.response.letters.forms.offering import offer
from answerable.response.letters.rules.columns import EMAIL
from answerable.response.letters.rules.matter import MOST_TEXT, Contact, one_line


def _moment() -> forms.DateTimeInput:
    return forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class InquiryForm(forms.Form):
    """A question of an outlet."""

    outlet = forms.CharField(label=_("Outlet"), max_length=200)
    title = forms.CharField(label=_("What it is about"), max_length=200)
    question = forms.CharField(
        label=_("Question"), max_length=MOST_TEXT, widget=forms.Textarea(attrs={"rows": 6})
    )
    received_at = forms.DateTimeField(label=_("When it came"), widget=_moment())
    wanted_at = forms.DateTimeField(
        label=_("Wanted by"),
        widget=_moment(),
        help_text=_("The deadline that the outlet asks for; the clock ends then."),
    )
    unit = forms.TypedChoiceField(label=_("Who answers it"), coerce=int)
    case = forms.IntegerField(label=_("Number of the case"), required=False, min_value=1)
    name = forms.CharField(label=_("Name of the journalist"), max_length=100, required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=60, required=False)
    email = forms.CharField(label=_("E-mail address"), max_length=254, required=False)

    def __init__(self, *args: Any, units: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", units)

    def clean(self) -> dict[str, Any]:
        """An outlet cannot want an answer before it asks; an address holds one address."""
        found = super().clean() or self.cleaned_data
        received, wanted = found.get("received_at"), found.get("wanted_at")
        if received and wanted and wanted <= received:
            self.add_error("wanted_at", _now("The deadline asked lies before the question."))
        if found.get("email") and not EMAIL.fullmatch(one_line(found["email"])):
            self.add_error("email", _now("This is no e-mail address."))
        return found

    def contact(self) -> Contact:
        """Give the way back that was left."""
        said = self.cleaned_data
        return Contact(
            name=one_line(said["name"]), email=one_line(said["email"]), phone=one_line(said["phone"])
        )


class PressAnswerForm(forms.Form):
    """What an outlet is told."""

    text = forms.CharField(
        label=pgettext_lazy("letter", "Answer"),
        required=False,
        max_length=MOST_TEXT,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    spokesperson = forms.CharField(
        label=_("Who answers"),
        required=False,
        max_length=200,
        help_text=_("Name and post, as they may be quoted."),
    )
    link = forms.CharField(
        label=_("Address of a published answer"),
        required=False,
        max_length=500,
        help_text=_(
            "With one that begins with /answers/ the text may stay empty: it passed its gate before."
        ),
    )

    def answer(self) -> PressAnswer:
        """Give what was written."""
        said = self.cleaned_data
        return PressAnswer(said["text"], said["spokesperson"], said["link"].strip())
