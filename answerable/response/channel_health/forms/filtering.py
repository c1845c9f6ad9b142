"""The filters above the board."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.response.channel_health.queries import Wish
from answerable.response.channel_health.rules.metrics import Standing
from answerable.response.channels.rules.states import CHANNEL_KIND_NAMES


class FilterForm(forms.Form):
    """The filters. A value that makes no sense is left out, never an error."""

    words = forms.CharField(label=_("Name or platform"), required=False, max_length=100)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    unit = forms.TypedChoiceField(
        label=pgettext_lazy("channel", "Owner"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args: Any, units: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everything = ("", _("all"))
        kinds = [(key.value, name) for key, name in CHANNEL_KIND_NAMES.items()]
        for name, choices in (("kind", kinds), ("unit", units)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [everything, *choices]

    @property
    def selects(self) -> list[forms.BoundField]:
        """The filters that offer a choice."""
        return [self["kind"], self["unit"]]

    def wish(self) -> Wish:
        """Give what is asked for."""
        self.is_valid()
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        standing, page = str(self.data.get("standing", "")), str(self.data.get("page", ""))
        return Wish(
            standing=standing if standing in set(Standing) else "",
            page=int(page) if page.isdecimal() else 1,
            **asked,
        )
