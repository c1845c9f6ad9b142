"""Forms of the lines of an assessment."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.response.foresight.actions import (
    AudienceDraft,
    GapDraft,
    PreparedDraft,
    RiskDraft,
    SimilarDraft,
    ViewDraft,
)
from answerable.response.foresight.forms.screening import (
    Choices,
    ScreenedForm,
    choose,
    day_field,
    line_field,
    text_field,
)
from answerable.response.foresight.rules.content import HOLDING, QUESTION
from answerable.response.foresight.rules.levels import EFFECT_NAMES, LEVEL_NAMES, LIKELIHOOD_NAMES, Level


class AudienceForm(ScreenedForm):
    """Whom it concerns, and what changes for them."""

    name = line_field(
        _("Who is concerned"), help_text=_("A group with the same matter: tenants, farmers, schools.")
    )
    change = text_field(
        _("What changes for them"), help_text=_("From when, by how much, what they have to do.")
    )

    def draft(self) -> AudienceDraft:
        """Give what was said."""
        return AudienceDraft(self.cleaned_data["name"], self.cleaned_data["change"])


class RiskForm(ScreenedForm):
    """A risk point and what is done about it."""

    text = text_field(_("Risk point"), help_text=_("What could go wrong, or be misread, and by whom."))
    likelihood = forms.TypedChoiceField(
        label=pgettext_lazy("risk", "Likelihood"), coerce=int, choices=list(LIKELIHOOD_NAMES.items())
    )
    effect = forms.TypedChoiceField(
        label=pgettext_lazy("risk", "Effect"), coerce=int, choices=list(EFFECT_NAMES.items())
    )
    measure = text_field(
        _("Measure"),
        required=False,
        help_text=_("What is done about it before the release, or ready for it."),
    )

    def draft(self) -> RiskDraft:
        """Give what was said."""
        said = self.cleaned_data
        return RiskDraft(said["text"], said["likelihood"], said["effect"], said["measure"])


class GapForm(ScreenedForm):
    """What is not known yet, who finds it out, until when."""

    text = text_field(_("What is not known yet"))
    post = forms.TypedChoiceField(label=_("Who finds it out"), coerce=int)
    until = day_field(pgettext_lazy("gap", "Until"))

    def __init__(self, *args: Any, posts: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "post", posts)

    def draft(self) -> GapDraft:
        """Give what was said."""
        said = self.cleaned_data
        return GapDraft(said["text"], said["post"], said["until"])


class QuestionForm(ScreenedForm):
    """A likely question and its answer."""

    question = text_field(
        pgettext_lazy("prepared", "Question"),
        rows=2,
        help_text=_("As somebody would ask it, not as the office would."),
    )
    text = text_field(pgettext_lazy("prepared", "Answer"), required=False, rows=5)
    basis = text_field(
        _("Basis"), required=False, rows=2, help_text=_("The document or figure that it rests on.")
    )
    learnt_from = forms.TypedChoiceField(
        coerce=int, required=False, widget=forms.HiddenInput, empty_value=None
    )

    def __init__(self, *args: Any, lessons: Choices | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "learnt_from", [("", ""), *(lessons or [])])

    def draft(self) -> PreparedDraft:
        """Give what was said."""
        said = self.cleaned_data
        return PreparedDraft(said["question"], said["text"], said["basis"], QUESTION, said["learnt_from"])


class HoldingForm(ScreenedForm):
    """A line to hold while something is not known."""

    question = text_field(_("While what is not known"), rows=2)
    text = text_field(
        _("What we say until then"), rows=4, help_text=_("What is known, what is not, when we say more.")
    )

    def draft(self) -> PreparedDraft:
        """Give what was said."""
        return PreparedDraft(self.cleaned_data["question"], self.cleaned_data["text"], kind=HOLDING)


class SimilarForm(ScreenedForm):
    """Why a past story is like this one."""

    story = forms.IntegerField(widget=forms.HiddenInput)
    why = text_field(_("Why it is like this"), rows=2, help_text=_("What was asked then, and what helped."))

    def draft(self) -> SimilarDraft:
        """Give what was said."""
        return SimilarDraft(self.cleaned_data["story"], self.cleaned_data["why"])


class ViewForm(ScreenedForm):
    """How much of a risk somebody sees, and why."""

    level = forms.ChoiceField(label=pgettext_lazy("risk", "Level"), widget=forms.RadioSelect)
    reasons = text_field(
        _("Reasons"), help_text=_("They stay beside the level, also where the other view prevails.")
    )

    def __init__(self, *args: Any, levels: tuple[Level, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "level", [(level.value, LEVEL_NAMES[level]) for level in levels])

    def draft(self) -> ViewDraft:
        """Give what was said."""
        return ViewDraft(self.cleaned_data["level"], self.cleaned_data["reasons"])
