"""Forms of an after-action review."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.response.cases.actions import ActionDraft, Lessons
from answerable.response.cases.forms.screening import ScreenedForm, choice, moment_field, text_field

Choices = list[tuple[int, str]]


class ActionForm(ScreenedForm):
    """Something to be done because of a review."""

    words = text_field(_("What is to be done"), rows=2)
    post = forms.TypedChoiceField(
        label=_("Owner"), coerce=int, help_text=_("A post, not a person: whoever holds it answers for it.")
    )
    due_at = moment_field(pgettext_lazy("task", "Until"))

    def __init__(self, *args: Any, posts: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice(self, "post").choices = posts

    def draft(self) -> ActionDraft:
        """Give what was said."""
        said = self.cleaned_data
        return ActionDraft(said["words"], said["post"], said["due_at"])


class LessonsForm(ScreenedForm):
    """What is said when people look back, with a first action; more follow on the page."""

    helped = text_field(_("What helped"))
    hindered = text_field(_("What did not"), help_text=_("What to do about it, not whose fault it was."))
    plan_change = text_field(
        _("What should change in the plan"),
        required=False,
        help_text=_("It goes to the keeper of the plan as a proposal, with this case as its reason."),
    )
    who = forms.CharField(
        label=_("Held by"), max_length=400, required=False, help_text=_("The posts that took part.")
    )
    action = text_field(_("First action"), required=False, rows=2)
    post = forms.TypedChoiceField(label=_("Owner"), coerce=int, required=False, empty_value=None)
    due_at = moment_field(pgettext_lazy("task", "Until"), required=False)

    def __init__(self, *args: Any, posts: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice(self, "post").choices = [("", _("choose")), *posts]

    def clean(self) -> dict[str, Any]:
        """An action has an owner and a day."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if said.get("action"):
            for name, sentence in (("post", _("Who owns this action?")), ("due_at", _("Until when?"))):
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        return said

    def lessons(self) -> Lessons:
        """Give what was said."""
        said = self.cleaned_data
        actions = (ActionDraft(said["action"], said["post"], said["due_at"]),) if said["action"] else ()
        return Lessons(
            helped=said["helped"],
            hindered=said["hindered"],
            plan_change=said["plan_change"],
            who=said["who"],
            actions=actions,
            personal=self.said_personal(),
        )
