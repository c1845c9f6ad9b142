"""Forms of the room."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.office.review.rules import CHECK_NAMES


class StepForm(forms.Form):
    """What a reader ticks and says of a text."""

    seen_hash = forms.CharField(max_length=64, widget=forms.HiddenInput)
    checks = forms.MultipleChoiceField(
        label=_("I have checked"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
    )
    comment = forms.CharField(
        label=_("Comment"),
        required=False,
        max_length=4000,
        help_text=_("Needed when you send the text back: say what is wrong, and where."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, checks: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = self.fields["checks"]
        if isinstance(offered, forms.MultipleChoiceField):
            offered.choices = [(check, CHECK_NAMES.get(check, check)) for check in checks]


class LendForm(forms.Form):
    """Whom of another unit to ask in, and why."""

    person = forms.TypedChoiceField(label=_("Reader of another unit"), coerce=int)
    reason = forms.CharField(
        label=pgettext_lazy("review", "Why"),
        max_length=500,
        help_text=_("For example: only two people in the office are here this week."),
    )

    def __init__(self, *args: Any, people: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = self.fields["person"]
        if isinstance(offered, forms.TypedChoiceField):
            ordered = sorted(people.items(), key=lambda pair: pair[1])
            offered.choices = [("", _("Choose a person")), *ordered]
