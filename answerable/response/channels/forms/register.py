"""Forms of the register: an application, its filing, a hand-over, the way of delivery."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.response.channels.actions import Application, Filing
from answerable.response.channels.rules.belonging import HOLDER_NAMES, Holder
from answerable.response.channels.rules.hand_over import STEP_NAMES
from answerable.response.channels.rules.platforms import PLATFORMS
from answerable.response.channels.rules.states import CHANNEL_KIND_NAMES, DELIVERY_NAMES, LANGUAGES, Delivery

Choices = Sequence[tuple[Any, Any]]


def offer(form: forms.Form, name: str, choices: Choices) -> None:
    """Give a field its choices."""
    offered = form.fields[name]
    if isinstance(offered, forms.ChoiceField):
        offered.choices = choices


def area(label: Any, hint: Any = "", *, rows: int = 3, required: bool = True) -> forms.CharField:
    """Make a field of several lines."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def day(label: Any, hint: Any = "", *, required: bool = False) -> forms.DateField:
    """Make a field of a day."""
    return forms.DateField(
        label=label,
        help_text=hint,
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class ApplicationForm(forms.Form):
    """An application for a channel, or for a change of one."""

    platform = forms.ChoiceField(
        label=pgettext_lazy("channel", "Platform"),
        choices=[(key, one.name) for key, one in PLATFORMS.items()],
    )
    name = forms.CharField(
        label=pgettext_lazy("channel", "Name"),
        max_length=120,
        help_text=_("As people see it on the platform."),
    )
    address = forms.CharField(
        label=pgettext_lazy("channel", "Address"),
        max_length=300,
        help_text=_("Where people find it: web address, account name or place of the screens."),
    )
    holder_kind = forms.ChoiceField(
        label=_("In whose name does the platform hold it?"),
        choices=list(HOLDER_NAMES.items()),
        widget=forms.RadioSelect,
        help_text=_("The platform's certificate or the domain's registration says it."),
    )
    holder = forms.TypedChoiceField(label=_("Which unit's name it is"), coerce=int)
    unit = forms.TypedChoiceField(label=_("Unit that answers for it"), coerce=int)
    keeper_post = forms.TypedChoiceField(
        label=_("Keeper's post"),
        coerce=int,
        help_text=_("A post, never a person. Who holds it takes the channel over."),
    )
    language = forms.ChoiceField(label=_("Language"), choices=list(LANGUAGES.items()))
    purpose = area(pgettext_lazy("channel", "Purpose"), _("What it is for, and for whom."))
    interaction = forms.BooleanField(label=_("People can write to it"), required=False)
    verified_until = day(_("Platform's verification valid until"), _("Leave empty where there is none."))
    reason = area(_("Why"), _("Readers of the application see it."), rows=2)

    def __init__(self, *args: Any, units: Choices, holders: Choices, posts: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", units)
        offer(self, "holder", holders)
        offer(self, "keeper_post", posts)

    def application(self) -> Application:
        """Give what was typed."""
        typed = self.cleaned_data
        return Application(
            platform=typed["platform"],
            name=typed["name"].strip(),
            address=typed["address"].strip(),
            purpose=typed["purpose"].strip(),
            unit=typed["unit"],
            keeper_post=typed["keeper_post"],
            holder=typed["holder"],
            holder_kind=Holder(typed["holder_kind"]),
            language=typed["language"],
            interaction=typed["interaction"],
            verified_until=typed["verified_until"],
        )


def initial_of_channel(application: Application) -> dict[str, Any]:
    """Give the first values of a change: what the register says now."""
    return {
        "platform": application.platform,
        "name": application.name,
        "address": application.address,
        "holder_kind": Holder.BODY,
        "holder": application.holder,
        "unit": application.unit,
        "keeper_post": application.keeper_post,
        "language": application.language,
        "purpose": application.purpose,
        "interaction": application.interaction,
        "verified_until": application.verified_until,
    }


class FilingForm(forms.Form):
    """Under which number and when a change was filed."""

    number = forms.CharField(label=_("Filing number"), max_length=80)
    on = day(_("Filed on"), required=True)

    def filing(self) -> Filing:
        """Give what was typed."""
        return Filing(self.cleaned_data["number"], self.cleaned_data["on"])


class HandOverForm(forms.Form):
    """The steps of a hand-over. There is no field for a password."""

    steps = forms.MultipleChoiceField(
        label=_("Done"), choices=list(STEP_NAMES.items()), required=False, widget=forms.CheckboxSelectMultiple
    )
    note = forms.CharField(label=_("Note"), required=False, max_length=500)


class DeliveryForm(forms.Form):
    """How pieces get onto a channel."""

    delivery = forms.ChoiceField(label=_("How pieces get onto it"), widget=forms.RadioSelect)
    hook_url = forms.CharField(label=_("Address of the webhook"), required=False, max_length=300)

    def __init__(self, *args: Any, platform: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "delivery", [(one, DELIVERY_NAMES[one]) for one in PLATFORMS[platform].deliveries])

    def delivery_chosen(self) -> Delivery:
        """Give what was chosen."""
        return Delivery(self.cleaned_data["delivery"])


class RegisterFilter(forms.Form):
    """What is shown of the register."""

    words = forms.CharField(label=pgettext_lazy("channel", "Words"), required=False, max_length=200)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("all kinds")), *CHANNEL_KIND_NAMES.items()]
    )
