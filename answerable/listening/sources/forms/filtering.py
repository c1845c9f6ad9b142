"""The filters above the table of sources, and the merging of publications."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from answerable.listening.sources.forms.offering import offer
from answerable.listening.sources.kinds import KINDS
from answerable.listening.sources.queries.table import SORTS, Choices, Wish
from answerable.listening.sources.rules.states import State
from answerable.listening.sources.words import STATES


class FilterForm(forms.Form):
    """The filters above the table of sources."""

    words = forms.CharField(label=_("Name or address"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    unit = forms.TypedChoiceField(label=_("Owner unit"), required=False, coerce=int, empty_value=None)
    publication = forms.TypedChoiceField(label=_("Publication"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everything = ("", _("all"))
        states = [("ill", _("ill")), ("overdue", _("overdue")), *((state, STATES[state]) for state in State)]
        offer(self, "state", [everything, *states])
        kinds = ((kind.key, gettext(kind.name)) for kind in KINDS.values())
        offer(self, "kind", [everything, *kinds])
        offer(self, "unit", [everything, *choices.units])
        offer(self, "publication", [everything, *choices.publications])

    def wish(self) -> Wish:
        """Give what is asked for; what makes no sense is left out."""
        self.is_valid()
        found = {name: value for name, value in self.cleaned_data.items() if value}
        sort, page = self.data.get("sort", ""), self.data.get("page", "")
        return Wish(
            **found,
            sort=sort if sort.removeprefix("-") in SORTS else "state",
            page=int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1,
        )


class MergeForm(forms.Form):
    """Two publications that are one."""

    kept = forms.TypedChoiceField(label=_("Keep"), coerce=int)
    merged = forms.TypedChoiceField(label=_("and let this one become part of it"), coerce=int)

    def __init__(self, *args: Any, publications: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("kept", "merged"):
            offer(self, name, [("", "–"), *publications])

    def clean(self) -> dict[str, Any]:
        """Two different ones are needed."""
        given = super().clean() or {}
        if given.get("kept") and given.get("kept") == given.get("merged"):
            self.add_error("merged", _("Choose two different publications."))
        return given
