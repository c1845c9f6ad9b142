"""The filters above the table of sources, and the merging of publications."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from answerable.listening.sources.forms.offering import offer
from answerable.listening.sources.kinds import KINDS
from answerable.listening.sources.queries.table import SORTS, Choices, Wish
from answerable.listening.sources.rules.publications import meant
from answerable.listening.sources.rules.states import State
from answerable.listening.sources.words import STATES


def _one_of(said: str, offered: Sequence[tuple[int, str]]) -> int | None:
    """Give the publication meant; words that fit none or several are said so."""
    found = meant(said, offered)
    if said and found is None:
        raise forms.ValidationError(
            _("Several publications fit. Choose one.") if offered else _("No publication is called so.")
        )
    return found


class FilterForm(forms.Form):
    """The filters above the table of sources."""

    words = forms.CharField(label=_("Name or address"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    unit = forms.TypedChoiceField(label=_("Owner unit"), required=False, coerce=int, empty_value=None)
    publication = forms.CharField(label=_("Publication"), required=False, max_length=200)

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everything = ("", _("all"))
        states = [("ill", _("ill")), ("overdue", _("overdue")), *((state, STATES[state]) for state in State)]
        offer(self, "state", [everything, *states])
        kinds = ((kind.key, gettext(kind.name)) for kind in KINDS.values())
        offer(self, "kind", [everything, *kinds])
        offer(self, "unit", [everything, *choices.units])
        self.publications = choices.publications

    @property
    def publication_name(self) -> str:
        """The name of the publication asked for, also where a link said its number."""
        said = str(self.data.get("publication", ""))
        return dict(self.publications).get(meant(said, self.publications) or 0, said)

    def clean_publication(self) -> int | None:
        """Take what was typed for one publication."""
        return _one_of(self.cleaned_data["publication"], self.publications)

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


class PublicationBox(forms.TextInput):
    """A box for the name of a publication; the page it stands on has the list that it fills while one types."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        asks = {
            "list": "publication-names",
            "autocomplete": "off",
            "hx-get": reverse_lazy("sources:publication_names"),
            "hx-trigger": "input changed delay:200ms",
            "hx-target": "#publication-names",
        }
        super().__init__({**asks, **(attrs or {})})


class MergeForm(forms.Form):
    """Two publications that are one."""

    kept = forms.CharField(label=_("Keep"), max_length=200, widget=PublicationBox)
    merged = forms.CharField(
        label=_("and let this one become part of it"), max_length=200, widget=PublicationBox
    )

    def __init__(self, *args: Any, find: Callable[[str], Sequence[tuple[int, str]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._find = find

    def clean_kept(self) -> int | None:
        """Take what was typed for the publication that stays."""
        return self._one("kept")

    def clean_merged(self) -> int | None:
        """Take what was typed for the publication that becomes part of the other."""
        return self._one("merged")

    def _one(self, name: str) -> int | None:
        return _one_of(self.cleaned_data[name], self._find(self.cleaned_data[name]))

    def clean(self) -> dict[str, Any]:
        """Two different ones are needed."""
        given = super().clean() or {}
        if given.get("kept") and given.get("kept") == given.get("merged"):
            self.add_error("merged", _("Choose two different publications."))
        return given
