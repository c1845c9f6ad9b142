"""The filters above the board."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from answerable.response.cases.forms.screening import choice
from answerable.response.cases.queries.board import MINE, TABS, Wish
from answerable.response.cases.rules.levels import LEVEL_NAMES
from answerable.web.days import days_asked


class FilterForm(forms.Form):
    """The filters. A value that makes no sense is left out, never an error."""

    words = forms.CharField(label=_("Words or number"), required=False, max_length=200)
    level = forms.ChoiceField(label=_("Level"), required=False)
    unit = forms.TypedChoiceField(label=_("Lead unit"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, units: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everything = ("", _("all"))
        levels = [(key.value, name) for key, name in LEVEL_NAMES.items()]
        choice(self, "level").choices = [everything, *levels, ("none", _("not assessed yet"))]
        choice(self, "unit").choices = [everything, *units]

    @property
    def selects(self) -> list[forms.BoundField]:
        """The filters that offer a choice."""
        return [self["level"], self["unit"]]

    def wish(self) -> Wish:
        """Give what is asked for."""
        self.is_valid()
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        days = days_asked(self.data)
        tab, page = str(self.data.get("tab", "")), str(self.data.get("page", ""))
        return Wish(
            tab=tab if tab in TABS else MINE,
            page=int(page) if page.isdecimal() else 1,
            since=days.since,
            until=days.until,
            **asked,
        )
