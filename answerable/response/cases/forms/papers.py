"""The form of a report upward."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.response.cases.actions import PaperDraft
from answerable.response.cases.forms.screening import ScreenedForm, moment_field, text_field
from answerable.response.cases.rules.papers import PaperKind


class PaperForm(ScreenedForm):
    """A report upward; the verbal one says who told it and when."""

    to = forms.CharField(
        label=pgettext_lazy("report", "To"),
        max_length=200,
        help_text=_("The office above us, and who there is told."),
    )
    to_email = forms.EmailField(
        label=_("E-mail"), required=False, help_text=_("With an address it goes out by mail when it is sent.")
    )
    told_by = forms.CharField(label=_("Told by"), max_length=200)
    told_at = moment_field(_("Told at"))
    title = forms.CharField(label=pgettext_lazy("case", "Title"), max_length=300)
    text = text_field(_("Text"), rows=18)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, kind: PaperKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        if kind is not PaperKind.VERBAL:
            del self.fields["told_by"]
            del self.fields["told_at"]

    def draft(self) -> PaperDraft:
        """Give what was said."""
        said = self.cleaned_data
        return PaperDraft(
            kind=self.kind,
            to=said["to"],
            title=said["title"],
            text=said["text"],
            to_email=said["to_email"],
            told_by=said.get("told_by", ""),
            told_at=said.get("told_at"),
            personal=self.said_personal(),
        )
