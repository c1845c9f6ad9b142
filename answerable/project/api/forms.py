"""The form of a token."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from answerable.project.api.rules import LIVES, Scope

SCOPE_NAMES = {Scope.ITEMS: _("items"), Scope.STORIES: _("stories"), Scope.SIGNALS: _("signals")}


def _choice(form: forms.Form, name: str) -> forms.ChoiceField:
    """Give a field that offers choices."""
    found = form.fields[name]
    assert isinstance(found, forms.ChoiceField)
    return found


class TokenForm(forms.Form):
    """A token: what it is for, what it may read, how long."""

    name = forms.CharField(label=_("What it is for"), max_length=100)
    scopes = forms.MultipleChoiceField(
        label=_("It may read"),
        choices=list(SCOPE_NAMES.items()),
        initial=list(Scope),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
    )
    days = forms.TypedChoiceField(label=_("Valid for"), coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choice(self, "days").choices = [
            (days, ngettext("%(days)s day", "%(days)s days", days) % {"days": days}) for days in LIVES
        ]
