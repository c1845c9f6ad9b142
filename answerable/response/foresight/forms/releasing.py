"""Forms of asking the public, of letting it out, and of looking back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.response.foresight.actions import Outcome, Verdict, VoiceDraft
from answerable.response.foresight.forms.screening import (
    Choices,
    ScreenedForm,
    choose,
    day_field,
    line_field,
    moment_field,
    text_field,
)
from answerable.response.foresight.rules.consulting import VERDICT_NAMES, WAY_NAMES, Asking, Way
from answerable.response.foresight.rules.consulting import Verdict as Adoption
from answerable.response.foresight.rules.states import HEARD_NAMES, Heard


class AskingForm(ScreenedForm):
    """A period of public comment, or a hearing."""

    way = forms.ChoiceField(label=_("How the public is asked"), choices=list(WAY_NAMES.items()))
    notice_on = day_field(_("Announced on"))
    ends_on = day_field(_("Last day"), help_text=_("A hearing is held on this day."))
    link = line_field(_("Where it is announced"), required=False, length=500)
    why_short = text_field(
        _("Why the time is shorter"),
        required=False,
        rows=2,
        help_text=_("Only where it is shorter than the rule."),
    )
    selection = text_field(
        _("How those who take part are chosen"),
        required=False,
        rows=2,
        help_text=_("For a hearing; it is published."),
    )
    material_on = day_field(_("Material sent on"), required=False, help_text=_("For a hearing."))

    def asking(self) -> Asking:
        """Give what was said."""
        said = self.cleaned_data
        return Asking(
            Way(said["way"]),
            said["notice_on"],
            said["ends_on"],
            said["material_on"],
            said["why_short"],
            said["selection"],
        )


class VoiceForm(ScreenedForm):
    """An opinion of the public, and what became of it."""

    summary = text_field(
        pgettext_lazy("opinion", "What was said"),
        help_text=_("In our own words. Who said it does not belong here."),
    )
    times = forms.IntegerField(label=_("How many said it"), min_value=1, initial=1)
    verdict = forms.ChoiceField(
        label=_("What becomes of it"), required=False, choices=list(VERDICT_NAMES.items())
    )
    why = text_field(
        pgettext_lazy("opinion", "Why"),
        required=False,
        help_text=_("Published where not all of it is adopted."),
    )

    def draft(self) -> VoiceDraft:
        """Give what was said."""
        said = self.cleaned_data
        return VoiceDraft(said["summary"], said["times"], Adoption(said["verdict"]), said["why"])


class OutcomeForm(ScreenedForm):
    """Which parts go out, and where they are announced."""

    parts = forms.TypedMultipleChoiceField(
        label=_("What goes out now"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    link = line_field(_("Where it is announced"), required=False, length=500)

    def __init__(self, *args: Any, parts: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "parts", parts)

    def outcome(self) -> Outcome:
        """Give what was said."""
        return Outcome(self.cleaned_data["link"], tuple(self.cleaned_data["parts"]))


class UrgentForm(OutcomeForm):
    """Why it cannot wait."""

    reason = text_field(_("Why it cannot wait for its assessment"))


class PostponeForm(ScreenedForm):
    """Another date, and why."""

    planned_at = moment_field(_("Planned for"))
    reason = text_field(_("Why at another time"))


class VerdictForm(ScreenedForm):
    """Whether something that was asked had been foreseen."""

    verdict = forms.ChoiceField(
        label=_("Was it foreseen?"),
        choices=[(key.value, HEARD_NAMES[key]) for key in (Heard.FORESEEN, Heard.UNFORESEEN, Heard.OTHER)],
    )
    question = forms.TypedChoiceField(
        label=_("Which question it is"), required=False, coerce=int, empty_value=None
    )
    lesson = text_field(_("As a question, if nobody had foreseen it"), required=False, rows=2)

    def __init__(self, *args: Any, questions: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "question", [("", "—"), *questions])

    def verdict_said(self) -> Verdict:
        """Give what was said."""
        said = self.cleaned_data
        return Verdict(said["verdict"], said["question"], said["lesson"])


class FilterForm(forms.Form):
    """What of the list is asked for."""

    tab = forms.CharField(required=False)
    words = forms.CharField(label=pgettext_lazy("release", "Words"), required=False, max_length=200)
    kind = forms.ChoiceField(label=pgettext_lazy("release", "Kind"), required=False)
    page = forms.IntegerField(required=False, min_value=1)

    def __init__(self, *args: Any, kinds: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "kind", [("", _("every kind")), *kinds])
