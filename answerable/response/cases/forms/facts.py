"""The form of a fact."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from answerable.response.cases.actions import EvidenceDraft, FactDraft
from answerable.response.cases.forms.screening import ScreenedForm, choice, moment_field, text_field
from answerable.response.cases.rules.findings import FINDING_NAMES, EvidenceKind, Finding

#: Pages or documents that one finding can name beside the case's stories.
PIECES = 3


class FactForm(ScreenedForm):
    """A claim, what was found, and what that rests on."""

    claim = text_field(
        _("Claim"), rows=2, help_text=_("What is being said, in our own words and without names.")
    )
    finding = forms.ChoiceField(
        label=_("What we found"),
        choices=[(key.value, name) for key, name in FINDING_NAMES.items()],
        widget=forms.RadioSelect,
    )
    words = text_field(_("In our own words"), help_text=_("As it may stand in the answer."))
    known_by = moment_field(
        _("When we will know"), required=False, help_text=_("Only for what is not known yet.")
    )
    stories = forms.TypedMultipleChoiceField(
        label=_("Stories it rests on"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, stories: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if stories:
            choice(self, "stories").choices = stories
        else:
            del self.fields["stories"]
        for number in range(1, PIECES + 1):
            self.fields[f"piece_{number}"] = forms.CharField(
                label=_("Document or page %(number)s") % {"number": number},
                required=False,
                max_length=300,
                help_text=_("Its name and number.") if number == 1 else "",
            )
            self.fields[f"link_{number}"] = forms.URLField(
                label=_("Its address"), required=False, max_length=500, assume_scheme="https"
            )
        self.order_fields([*(name for name in self.fields if name != "personal"), "personal"])

    def clean(self) -> dict[str, Any]:
        """What is not known yet has a day; what was found has evidence."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if said.get("finding") == Finding.UNKNOWN:
            if said.get("known_by") is None:
                self.add_error("known_by", _("Say when we will know."))
        elif said.get("finding") and not self._evidence():
            self.add_error("piece_1", _("A finding needs evidence: a document, a page or a story."))
        return said

    def _evidence(self) -> tuple[EvidenceDraft, ...]:
        said = self.cleaned_data
        found = [EvidenceDraft(EvidenceKind.STORY, "", story=story) for story in said.get("stories", ())]
        for number in range(1, PIECES + 1):
            words, link = said.get(f"piece_{number}", ""), said.get(f"link_{number}", "")
            if words or link:
                kind = EvidenceKind.LINK if link else EvidenceKind.DOCUMENT
                found.append(EvidenceDraft(kind, words, link))
        return tuple(found)

    def draft(self) -> FactDraft:
        """Give what was said."""
        said = self.cleaned_data
        return FactDraft(
            claim=said["claim"],
            finding=said["finding"],
            words=said["words"],
            evidence=self._evidence(),
            known_by=said["known_by"],
            personal=self.said_personal(),
        )
