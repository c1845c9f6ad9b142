"""Forms of the room."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from answerable.listening.sources.rules.publications import meant
from answerable.listening.stories.queries.listing import SPANS, TABS, Choices, Wish
from answerable.listening.stories.words import SPAN_NAMES, language_name


def _choice(form: forms.Form, name: str) -> forms.ChoiceField:
    """Give a field that offers choices."""
    found = form.fields[name]
    assert isinstance(found, forms.ChoiceField)
    return found


class FilterForm(forms.Form):
    """The filters above the board. A value that makes no sense is left out, never an error."""

    words = forms.CharField(label=_("Words"), required=False, max_length=400)
    search = forms.TypedChoiceField(label=_("Watch"), required=False, coerce=int, empty_value=None)
    language = forms.ChoiceField(label=_("Language"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)
    publication = forms.CharField(label=_("Publication"), required=False, max_length=200)
    days = forms.TypedChoiceField(label=_("Time"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everything = ("", _("all"))
        self._searches = {search.id: search for search in choices.searches}
        offered: dict[str, list[Any]] = {
            "search": [(search.id, search.name) for search in choices.searches],
            "language": [(tag, language_name(tag)) for tag in choices.languages],
            "region": [(region, region) for region in choices.regions],
            "days": [(days, SPAN_NAMES[days]) for days in SPANS],
        }
        for name, found in offered.items():
            _choice(self, name).choices = [everything, *found]
        self.publications = choices.publications

    @property
    def publication_name(self) -> str:
        """The name of the publication asked for, also where a link said its number."""
        said = str(self.data.get("publication", ""))
        return dict(self.publications).get(meant(said, self.publications) or 0, said)

    def clean_publication(self) -> int | None:
        """Take what was typed for one publication; words that fit none or several are said so."""
        said = self.cleaned_data["publication"]
        found = meant(said, self.publications)
        if said and found is None:
            raise forms.ValidationError(
                _("Several publications fit. Choose one.")
                if self.publications
                else _("No publication is called so.")
            )
        return found

    @property
    def selects(self) -> list[forms.BoundField]:
        """The filters that offer a choice, without those that have nothing to offer."""
        return [
            bound
            for bound in self
            if bound.name not in ("words", "publication")
            and len(list(_choice(self, bound.name).widget.choices)) > 1
        ]

    def wish(self, *, first_tab: str = "all") -> Wish:
        """Give what is asked for."""
        self.is_valid()
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        saved = self._searches.get(asked.pop("search", 0))
        if saved is not None:
            asked["words"] = f"{asked.get('words', '')} {saved.words}".strip()
            if len(saved.languages) == 1:
                asked.setdefault("language", saved.languages[0])
        tab, page = self.data.get("tab", ""), str(self.data.get("page", ""))
        return Wish(tab=tab if tab in TABS else first_tab, page=int(page) if page.isdecimal() else 1, **asked)


class MergeForm(forms.Form):
    """Which of several stories takes the others in."""

    keep = forms.TypedChoiceField(label=_("Keep the headline of"), coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args: Any, stories: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choice(self, "keep").choices = stories
        _choice(self, "keep").initial = stories[0][0] if stories else None


class SplitForm(forms.Form):
    """Items that are another story."""

    item = forms.TypedMultipleChoiceField(label=_("Items"), coerce=int, required=False)

    def __init__(self, *args: Any, items: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choice(self, "item").choices = [(item, str(item)) for item in items]
