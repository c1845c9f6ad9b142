"""What forms of the room share: lists filled when a form is made, and what every source is asked for."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from answerable.listening.sources.words import LANGUAGES

#: What an owner may choose; the demo sets shorter ones by itself.
INTERVALS = [
    ("", _("as often as it publishes")),
    (300, _("every 5 minutes")),
    (900, _("every 15 minutes")),
    (3600, _("every hour")),
    (21600, _("every 6 hours")),
    (86400, _("once a day")),
]


def offer(form: forms.Form, name: str, choices: Sequence[tuple[Any, Any]]) -> None:
    """Fill the list of one field."""
    cast(forms.ChoiceField, form.fields[name]).choices = list(choices)


def _number(value: str) -> int | None:
    return int(value) if value else None


class OwnedForm(forms.Form):
    """What every source is asked for: who owns it, and how it is kept."""

    owner_unit = forms.TypedChoiceField(
        label=_("Owner unit"), coerce=int, help_text=_("It is told when the source falls ill.")
    )
    language = forms.ChoiceField(label=_("Language"), required=False, choices=LANGUAGES)
    region = forms.CharField(label=_("Region"), required=False, max_length=100)
    fixed_interval = forms.TypedChoiceField(
        label=_("How often it is read"), choices=INTERVALS, coerce=_number, empty_value=None, required=False
    )
    retention_days = forms.IntegerField(
        label=_("Days its texts are kept"),
        initial=365,
        min_value=1,
        max_value=3650,
        help_text=_("After that title, link and time stay as a reference; the text goes."),
    )

    def __init__(self, *args: Any, units: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "owner_unit", units)
