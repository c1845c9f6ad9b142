"""What the keeper of a site fills in."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.response.channel_health.actions import ColumnDraft, SiteDraft
from answerable.response.channel_health.actions.arranging import FEWEST_PAGES, MOST_PAGES
from answerable.response.channel_health.rules.freshness import COLUMN_KINDS, ColumnKind


class SiteForm(forms.Form):
    """Where messages go, and how much is looked at."""

    consultation = forms.URLField(
        label=_("Page for messages"),
        help_text=_(
            "The address at which people write to the body. Without one the home page must lead there."
        ),
        required=False,
        max_length=2000,
        assume_scheme="https",
    )
    letters_here = forms.BooleanField(
        label=_("Its messages arrive in our letters"),
        help_text=_("Then the oldest letter without an answer counts for this site."),
        required=False,
    )
    pages_a_day = forms.IntegerField(
        label=_("Pages looked at a day"),
        help_text=_("At one page in two seconds, 300 pages take ten minutes of the night."),
        min_value=FEWEST_PAGES,
        max_value=MOST_PAGES,
    )
    paused = forms.CharField(
        label=_("Do not look at it, because"),
        help_text=_("Say why, for instance that the site is being moved. Left empty, it is looked at."),
        required=False,
        max_length=300,
    )

    def draft(self) -> SiteDraft:
        """Give what was filled in."""
        return SiteDraft(**self.cleaned_data)


class ColumnForm(forms.Form):
    """One column."""

    name = forms.CharField(label=pgettext_lazy("column", "Name"), max_length=200)
    address = forms.URLField(
        label=_("Address of its list"), max_length=2000, assume_scheme="https", help_text=_("On this site.")
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("column", "What it holds"), choices=tuple(COLUMN_KINDS.items())
    )
    selector = forms.CharField(
        label=_("CSS selector of its list"),
        help_text=_("Only where the list is not found by itself, such as div.list-right."),
        required=False,
        max_length=200,
    )

    def draft(self) -> ColumnDraft:
        """Give what was filled in."""
        said = self.cleaned_data
        return ColumnDraft(said["name"], said["address"], ColumnKind(said["kind"]), said["selector"])
