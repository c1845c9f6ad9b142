"""Writing in a paper: its head, its passages, and the few words that a move needs."""

from collections.abc import Sequence
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.reports.actions import Head

#: GB/T 9704-2012, 7.2.3: the two marks that a document on paper may bear.
URGENCIES = [
    ("", pgettext_lazy("urgency", "none")),
    ("加急", _("urgent (加急)")),
    ("特急", _("most urgent (特急)")),
]


class HeadForm(forms.Form):
    """Title, addressee, copies, signer, urgency, layout."""

    title = forms.CharField(
        label=pgettext_lazy("paper", "Title"),
        max_length=300,
        help_text=_("The sender, the matter and the kind of document: Report of … on …"),
    )
    addressee = forms.CharField(
        label=pgettext_lazy("paper", "To"),
        required=False,
        max_length=200,
        help_text=_("Upward to one body only."),
    )
    copies = forms.CharField(
        label=pgettext_lazy("paper", "Copies"),
        required=False,
        max_length=400,
        help_text=_("One a line."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    signer = forms.CharField(
        label=_("Signer"),
        required=False,
        max_length=100,
        help_text=_("Printed at the head of a document that goes upward."),
    )
    urgency = forms.ChoiceField(
        label=pgettext_lazy("paper", "Urgency"),
        required=False,
        choices=URGENCIES,
        help_text=_("Printed in the corner of the head."),
    )
    layout = forms.TypedChoiceField(
        label=pgettext_lazy("paper", "Layout"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("A template of the body sets the Word file. PDF keeps the layout of the house."),
    )
    official = forms.BooleanField(
        label=_("An official document (GB/T 9704), with a number when it is sent"),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    def __init__(self, *args: Any, layouts: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["layout"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [("", _("the layout of the house")), *layouts]
        if not layouts:
            del self.fields["layout"]

    def head(self) -> Head:
        """Give what was said."""
        said = self.cleaned_data
        return Head(
            said["title"],
            said["addressee"],
            said["copies"],
            said["signer"],
            said["official"],
            said["urgency"],
            said.get("layout"),
        )


class PassageForm(forms.Form):
    """A passage in one's own words."""

    words = forms.CharField(
        label=_("Words"),
        required=False,
        max_length=50_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("A line is a paragraph. Figures and tables stay below it."),
    )
    edition = forms.IntegerField(widget=forms.HiddenInput)


class WordsForm(forms.Form):
    """One line that a move needs."""

    words = forms.CharField(label="", max_length=300)

    def __init__(self, *args: Any, label: Any, hint: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = label
        self.fields["words"].help_text = hint


class TimeForm(forms.Form):
    """When the brief is told; empty: not at all."""

    time = forms.TimeField(
        label=_("Tell me the brief at"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": _("Give a time such as 07:30, or leave it empty.")},
    )

    def minute(self) -> int | None:
        """Give the minute of the day, or None."""
        said: time | None = self.cleaned_data["time"]
        return None if said is None else said.hour * 60 + said.minute
