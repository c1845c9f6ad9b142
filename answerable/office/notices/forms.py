"""Forms of the room."""

import secrets
from collections.abc import Callable, Sequence
from datetime import time
from typing import Any, cast
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.core.validators import validate_email
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from answerable.egress.errors import EgressError
from answerable.egress.messages import check_message_address
from answerable.egress.signing import new_secret
from answerable.egress.urls import read_url
from answerable.office.notices.models import Address
from answerable.office.notices.rules import Rhythm, Wishes


def _check_mail(address: str) -> None:
    """Refuse what is no e-mail address, and any where this installation has no mail server."""
    validate_email(address)
    if not settings.MAIL_URL:
        raise forms.ValidationError(
            _("This installation has no mail server. Ask the administrator to set one up.")
        )


class AddressForm(forms.Form):
    """A new address of one's own."""

    name = forms.CharField(
        label=_("Name"), max_length=100, help_text=_("What you call it, for example “office group”.")
    )
    sort = forms.ChoiceField(label=_("Sort"), choices=Address.Sort.choices)
    address = forms.CharField(
        label=_("Address"),
        max_length=500,
        help_text=_(
            "E-mail: name@body.example. "
            "Chat: wecombot://…, wechat://…, dingtalk://…, feishu://…, lark://… or slack://…. "
            "Signed webhook: https://…"
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean(self) -> dict[str, object]:
        """Refuse an address that could never be sent to, with the reason."""
        found = super().clean() or {}
        address = str(found.get("address", ""))
        checks: dict[object, Callable[[str], object]] = {
            Address.Sort.WEBHOOK: read_url,
            Address.Sort.MESSAGE: check_message_address,
            Address.Sort.MAIL: _check_mail,
        }
        try:
            if address and found.get("sort") in checks:
                checks[found["sort"]](address)
        except EgressError as refusal:
            self.add_error("address", refusal.in_words_of(gettext))
        except forms.ValidationError as refusal:
            self.add_error("address", refusal)
        return found

    def new_key(self) -> str:
        """Make the key that signs, for a webhook; nothing for the others."""
        is_webhook = self.cleaned_data["sort"] == Address.Sort.WEBHOOK
        return new_secret(secrets.token_bytes(32)) if is_webhook else ""


class WishesForm(forms.Form):
    """When one wants notices."""

    rhythm = forms.ChoiceField(
        label=_("Ordinary notices"),
        choices=[(Rhythm.AT_ONCE.value, _("at once")), (Rhythm.DIGEST.value, _("together, at fixed times"))],
    )
    digest_at = forms.CharField(
        label=_("Fixed times"), required=False, help_text=_("For example 08:00, 16:00"), max_length=60
    )
    quiet_from = forms.TimeField(
        label=_("Quiet from"),
        required=False,
        help_text=_("Urgent notices come in quiet hours, too."),
        widget=forms.TimeInput(attrs={"type": "time"}),
    )
    quiet_until = forms.TimeField(
        label=_("Quiet until"), required=False, widget=forms.TimeInput(attrs={"type": "time"})
    )
    zone = forms.CharField(label=_("Time zone"), max_length=60)
    inbox_only = forms.MultipleChoiceField(
        label=_("Stay in the inbox here"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
        help_text=_("Notices of these kinds are not brought to an address, unless they are urgent."),
    )

    def __init__(self, *args: Any, kinds: Sequence[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.MultipleChoiceField, self.fields["inbox_only"]).choices = list(kinds)
        if not kinds:
            del self.fields["inbox_only"]

    def clean_digest_at(self) -> tuple[time, ...]:
        """Read the times."""
        parts = [
            part.strip()
            for part in self.cleaned_data["digest_at"].replace("，", ",").split(",")
            if part.strip()
        ]
        try:
            return tuple(sorted(time.fromisoformat(part) for part in parts))
        except ValueError:
            raise forms.ValidationError(_("Write times as 08:00, with commas between them.")) from None

    def clean_zone(self) -> str:
        """Take only zones that exist."""
        zone: str = self.cleaned_data["zone"]
        if zone not in available_timezones():
            raise forms.ValidationError(_("There is no such time zone. Write for example Asia/Shanghai."))
        return zone

    def clean(self) -> dict[str, object]:
        """Want times for a digest."""
        found = super().clean() or {}
        if (
            found.get("rhythm") == Rhythm.DIGEST
            and not found.get("digest_at")
            and "digest_at" not in self.errors
        ):
            self.add_error("digest_at", _("Say at which times."))
        return found

    def wishes(self) -> Wishes:
        """Give the wishes as the rules know them."""
        given = self.cleaned_data
        return Wishes(
            Rhythm(given["rhythm"]),
            given["digest_at"],
            given["quiet_from"],
            given["quiet_until"],
            given["zone"],
            frozenset(given.get("inbox_only", ())),
        )
