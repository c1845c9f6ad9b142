"""The form below an answer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from answerable.response.answers_site.rules.wording import MOST_SIGNS


class VerdictForm(forms.Form):
    """Did it help, and what is still open. Neither asks who."""

    helped = forms.ChoiceField(
        choices=[("yes", _("Yes")), ("no", _("No"))],
        error_messages={
            "required": _("Say whether the answer helped."),
            "invalid_choice": _("Say whether the answer helped."),
        },
    )
    open_question = forms.CharField(
        required=False,
        max_length=MOST_SIGNS,
        error_messages={"max_length": _("At most %(limit_value)d characters; you wrote %(show_value)d.")},
    )
