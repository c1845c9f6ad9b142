"""Addresses that are looked behind, and what of the candidates is taken in."""

from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from answerable.listening.sources.actions.keeping import Draft
from answerable.listening.sources.forms.offering import OwnedForm
from answerable.listening.sources.queries.intake import LookupPage
from answerable.listening.sources.rules.addresses import pasted


class AddressesForm(forms.Form):
    """Addresses of sites or feeds, as many as were pasted."""

    addresses = forms.CharField(
        label=_("Address of the site"),
        help_text=_("One or many, one a line. A site's own address is enough: its feeds are looked for."),
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false", "autocapitalize": "off"}),
    )

    def clean_addresses(self) -> list[str]:
        """Split what was pasted."""
        return pasted(self.cleaned_data["addresses"])


class ChosenForm(OwnedForm):
    """What of a look-up's candidates is taken in, and for whom."""

    def __init__(self, *args: Any, page: LookupPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = {
            f"{answer.place}.{number}": candidate
            for answer in page.answers
            for number, candidate in enumerate(answer.candidates)
        }
        first = [key for key in self.found if key.endswith(".0")]
        labels = [(key, candidate["url"]) for key, candidate in self.found.items()]
        self.fields["chosen"] = forms.MultipleChoiceField(
            label=_("What is to be read"), choices=labels, initial=first
        )

    @property
    def ticked(self) -> set[str]:
        """Which candidates have their box ticked when the page is drawn."""
        if self.is_bound:
            return set(cast(QueryDict, self.data).getlist("chosen"))
        return set(self.fields["chosen"].initial)

    def drafts(self) -> list[Draft]:
        """Give the chosen candidates as drafts."""
        given = self.cleaned_data
        return [
            Draft(
                kind=self.found[key]["kind"],
                address=self.found[key]["url"],
                owner_unit=given["owner_unit"],
                name=self.found[key]["title"],
                publication=self.found[key].get("publication", ""),
                language=given["language"] or self.found[key].get("language", ""),
                region=given["region"],
                fixed_interval=given["fixed_interval"],
                retention_days=given["retention_days"],
            )
            for key in given["chosen"]
        ]
