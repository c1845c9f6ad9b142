"""The public form. It asks for no more than an answer needs."""

import hashlib
import hmac
from typing import Any

from django import forms
from django.conf import settings
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.response.letters.rules.columns import EMAIL
from answerable.response.letters.rules.matter import MOST_TEXT, Contact, one_line
from answerable.response.letters.rules.references import Keys, keys_of

#: A page that lay open longer is sent once more, with everything that was typed.
OPEN_FOR_S = 24 * 3600
SIGNER_SALT = "letters.public"


def new_ticket(nonce: str) -> str:
    """Give what a form carries so that sending it twice makes one letter; `nonce` is chance from the view."""
    return TimestampSigner(salt=SIGNER_SALT).sign(nonce)


def keys_of_ticket(ticket: str) -> Keys:
    """Give the reference and the code of the letter that a ticket makes, the same each time."""
    seed = hmac.new(settings.SECRET_KEY.encode(), f"{SIGNER_SALT}:{ticket}".encode(), hashlib.sha256).digest()
    return keys_of(seed)


class PublicForm(forms.Form):
    """A letter from the public."""

    title = forms.CharField(
        label=_("What is it about?"),
        max_length=200,
        help_text=_("A few words, for example: no water in Mill Lane"),
    )
    text = forms.CharField(
        label=_("Your letter"),
        max_length=MOST_TEXT,
        widget=forms.Textarea(attrs={"rows": 9}),
        help_text=_(
            "Say what happened, where and when, and what you ask for. Leave out identity-card numbers."
        ),
    )
    email = forms.CharField(
        label=_("E-mail address"),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        help_text=_("The answer comes here. Without one you read it with a code that you get in a moment."),
    )
    name = forms.CharField(
        label=pgettext_lazy("letter", "Name"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = forms.CharField(
        label=_("Telephone"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
        help_text=_("Only if we may call you back with a question."),
    )
    #: Nobody sees this field; programs fill it in.
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    ticket = forms.CharField(widget=forms.HiddenInput, max_length=200)

    def clean_title(self) -> str:
        """A title stands on one line."""
        return one_line(str(self.cleaned_data["title"]))

    def clean_email(self) -> str:
        """An address to answer to holds one address and no line end."""
        email = one_line(str(self.cleaned_data["email"]))
        if email and not EMAIL.fullmatch(email):
            raise forms.ValidationError(
                _now("Write an e-mail address such as name@example.org, or leave it empty.")
            )
        return email

    def clean_website(self) -> str:
        """The field that nobody sees stays empty."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_now("Leave the last field empty: only programs fill it in."))
        return ""

    def clean(self) -> dict[str, Any]:
        """A form that lay open too long, or was not made here, is sent once more."""
        found = super().clean() or self.cleaned_data
        signer = TimestampSigner(salt=SIGNER_SALT)
        try:
            signer.unsign(str(found.get("ticket", "")), max_age=OPEN_FOR_S)
        except (SignatureExpired, BadSignature):
            self.add_error(
                None, _now("This page lay open for more than a day. Nothing is lost: press the button again.")
            )
        return found

    def contact(self) -> Contact:
        """Give the way back that was left."""
        said = self.cleaned_data
        return Contact(name=one_line(said["name"]), email=said["email"], phone=one_line(said["phone"]))

    @property
    def is_stale(self) -> bool:
        """Whether only the ticket is wrong, so that a new one has to be given with the page."""
        return bool(self.non_field_errors())


class FindForm(forms.Form):
    """The code that opens an asker's page."""

    code = forms.CharField(
        label=_("Your code"),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        help_text=_("26 letters and digits; blanks and hyphens do not matter."),
    )
