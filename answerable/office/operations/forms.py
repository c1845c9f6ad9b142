"""Forms of the room."""

from django import forms
from django.utils.translation import gettext_lazy as _


class DismissForm(forms.Form):
    """Why a job that gave up is taken from the list."""

    reason = forms.CharField(label=_("Reason"), max_length=300)
