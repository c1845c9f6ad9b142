"""Forms of an assessment."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from answerable.response.cases.actions import OpinionDraft, Proposal
from answerable.response.cases.forms.screening import ScreenedForm, text_field
from answerable.response.cases.rules.levels import (
    FACTOR_NAMES,
    FACTOR_QUESTIONS,
    LEVEL_NAMES,
    MARK_NAMES,
    MARKS,
    Factor,
)


class OpinionForm(ScreenedForm):
    """A mark for every factor, and the reasons."""

    reasons = text_field(
        _("Reasons"),
        rows=4,
        help_text=_("What you know that speaks for these marks. The other sees it after theirs."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for factor in Factor:
            self.fields[factor.value] = forms.TypedChoiceField(
                label=FACTOR_NAMES[factor],
                help_text=FACTOR_QUESTIONS[factor],
                choices=[(mark, MARK_NAMES[mark]) for mark in MARKS],
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose a mark. “None” is one too.")},
            )
        self.order_fields([*(factor.value for factor in Factor), "reasons", "personal"])

    @property
    def factors(self) -> list[forms.BoundField]:
        """The fields of the factors."""
        return [self[factor.value] for factor in Factor]

    def draft(self) -> OpinionDraft:
        """Give what was said."""
        marks: Mapping[str, int] = {factor.value: self.cleaned_data[factor.value] for factor in Factor}
        return OpinionDraft(marks, self.cleaned_data["reasons"], self.said_personal())


class ProposalForm(ScreenedForm):
    """A level that is to hold for both."""

    level = forms.ChoiceField(
        label=_("Level"),
        choices=[(key.value, name) for key, name in LEVEL_NAMES.items()],
        widget=forms.RadioSelect,
    )
    reasons = text_field(_("Why this level holds"))

    def proposal(self) -> Proposal:
        """Give what was said."""
        said = self.cleaned_data
        return Proposal(said["level"], said["reasons"], self.said_personal())
