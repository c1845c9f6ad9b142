"""Forms of what is done with a case as a whole."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.response.cases.actions import Handing, Opening, Splitting, TaskDraft
from answerable.response.cases.forms.screening import ScreenedForm, choice, moment_field, text_field

Choices = list[tuple[int, str]]


class OpeningForm(ScreenedForm):
    """A case by hand, or from what was chosen elsewhere."""

    title = forms.CharField(
        label=pgettext_lazy("case", "Title"),
        max_length=200,
        help_text=_("The matter in one line, as the office calls it."),
    )
    matter = text_field(
        _("Matter"),
        required=False,
        rows=5,
        help_text=_("What people are worried about, in our own words. Who said it does not belong here."),
    )
    seen_at = moment_field(
        _("Seen"), help_text=_("When we first saw the concern. The clocks run from here, not from now.")
    )
    event_known_at = moment_field(
        _("Event known"),
        required=False,
        help_text=_("When we ourselves learnt of the event behind it, if there is one."),
    )
    unit = forms.TypedChoiceField(label=_("Lead unit"), coerce=int)

    def __init__(self, *args: Any, units: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice(self, "unit").choices = units

    def opening(self, *, stories: Any = (), signals: Any = (), letters: Any = ()) -> Opening:
        """Give what was said."""
        said = self.cleaned_data
        return Opening(
            title=said["title"],
            matter=said["matter"],
            stories=tuple(stories),
            signals=tuple(signals),
            letters=tuple(letters),
            seen_at=said["seen_at"],
            unit=said["unit"],
            event_known_at=said["event_known_at"],
            personal=self.said_personal(),
        )


class MatterForm(ScreenedForm):
    """The words of a case."""

    title = forms.CharField(label=pgettext_lazy("case", "Title"), max_length=200)
    matter = text_field(_("Matter"), required=False, rows=6)


class AssignForm(ScreenedForm):
    """Which unit leads. Once assigned, another one needs a reason."""

    unit = forms.TypedChoiceField(
        label=_("Lead unit"),
        coerce=int,
        help_text=_("Exactly one unit leads and answers for all; others get tasks. No clock stops."),
    )
    reason = text_field(_("Why another unit is to lead"), required=False, rows=2)

    def __init__(self, *args: Any, units: Choices, is_first: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice(self, "unit").choices = units
        if is_first:
            del self.fields["reason"]
        else:
            self.fields["reason"].required = True


class HandingForm(ScreenedForm):
    """To whom a case goes that is not ours."""

    to = forms.CharField(
        label=pgettext_lazy("case", "To whom"),
        max_length=200,
        help_text=_("The body whose matter it is, and the office there."),
    )
    reason = text_field(_("Why it is not ours"))

    def handing(self) -> Handing:
        """Give what was said."""
        return Handing(self.cleaned_data["to"], self.cleaned_data["reason"], self.said_personal())


class TaskForm(ScreenedForm):
    """What a unit is asked to do."""

    unit = forms.TypedChoiceField(label=_("Unit"), coerce=int)
    words = text_field(_("What is to be done"))
    due_at = moment_field(pgettext_lazy("task", "Until"))

    def __init__(self, *args: Any, units: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice(self, "unit").choices = units

    def draft(self) -> TaskDraft:
        """Give what was said."""
        said = self.cleaned_data
        return TaskDraft(said["unit"], said["words"], said["due_at"], self.said_personal())


class MergeForm(forms.Form):
    """With which case this one is one."""

    into = forms.TypedChoiceField(
        label=_("The other case"),
        coerce=int,
        help_text=_("The one that was seen first stands, and its clocks run on. Everything moves into it."),
    )

    def __init__(self, *args: Any, cases: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice(self, "into").choices = cases


class SplitForm(ScreenedForm):
    """What becomes a case of its own."""

    title = forms.CharField(label=_("Title of the new case"), max_length=200)
    matter = text_field(_("Matter"), required=False)
    stories = forms.TypedMultipleChoiceField(
        label=_("Stories that move"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    signals = forms.TypedMultipleChoiceField(
        label=_("Signals that move"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    letters = forms.TypedMultipleChoiceField(
        label=_("Letters that move"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    facts = forms.TypedMultipleChoiceField(
        label=_("Facts that move"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, parts: dict[str, Choices], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, found in parts.items():
            if found:
                choice(self, name).choices = found
            else:
                del self.fields[name]

    def splitting(self) -> Splitting:
        """Give what was said."""
        said = self.cleaned_data
        return Splitting(
            title=said["title"],
            matter=said["matter"],
            stories=tuple(said.get("stories", ())),
            signals=tuple(said.get("signals", ())),
            letters=tuple(said.get("letters", ())),
            facts=tuple(said.get("facts", ())),
            personal=self.said_personal(),
        )
