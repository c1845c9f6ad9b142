"""Forms of the room."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from answerable.office.people.actions.accounts import AccountDraft
from answerable.office.people.actions.holdings import HoldingDraft
from answerable.office.people.actions.units import PersonDraft, PostDraft, UnitDraft
from answerable.office.people.rules import (
    HOLDING_NAMES,
    POST_NAMES,
    ROLE_NAMES,
    HoldingKind,
    PostKind,
    Role,
    Span,
)
from answerable.office.people.rules.roster_cells import CODE

Choices = Sequence[tuple[Any, Any]]
DATE = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def offer(form: forms.Form, name: str, choices: Choices) -> None:
    """Fill the list of one field."""
    cast(forms.ChoiceField, form.fields[name]).choices = list(choices)


def _code(label: Any, example: Any) -> forms.RegexField:
    return forms.RegexField(
        r"\A" + CODE.pattern + r"\Z",
        label=label,
        max_length=40,
        help_text=example,
        error_messages={"invalid": _("Use letters, digits, hyphens, dots and underscores only.")},
    )


class UnitForm(forms.Form):
    """A unit."""

    name = forms.CharField(label=_("Name"), max_length=200)
    code = _code(
        _("Unit code"), _("Short and lasting, for example W-01. Plans and files name the unit by it.")
    )
    short_name = forms.CharField(label=_("Short name"), max_length=60, required=False)
    document_code = forms.CharField(
        label=_("Document code"),
        max_length=40,
        required=False,
        help_text=_("What stands before the number of its documents."),
    )

    def draft(self) -> UnitDraft:
        """Give the unit as the action takes it."""
        given = self.cleaned_data
        return UnitDraft(given["code"], given["name"], given["short_name"], given["document_code"])


class PlaceForm(forms.Form):
    """Another unit: where to move, or into what to merge."""

    unit = forms.TypedChoiceField(label=_("Unit"), coerce=int)

    def __init__(self, *args: Any, units: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", [("", _("Choose a unit")), *units])


class PostForm(forms.Form):
    """A post."""

    title = forms.CharField(label=_("Title"), max_length=200)
    code = _code(
        _("Post code"), _("Short and lasting, for example W-01-2. Plans and files name the post by it.")
    )
    kind = forms.TypedChoiceField(
        label=_("Kind of post"), coerce=PostKind, help_text=_("What its holder may do follows from this.")
    )
    unit = forms.TypedChoiceField(label=_("Unit"), coerce=int)

    def __init__(self, *args: Any, units: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(
            self, "kind", [("", _("Choose a kind")), *((kind.value, POST_NAMES[kind]) for kind in PostKind)]
        )
        offer(self, "unit", units)

    def draft(self) -> PostDraft:
        """Give the post as the action takes it."""
        given = self.cleaned_data
        return PostDraft(given["code"], given["title"], given["kind"], given["unit"])


class PersonForm(forms.Form):
    """A person, as far as reaching them needs."""

    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(label=_("E-mail"), required=False, help_text=_("The one at the office."))
    staff_number = _code(_("Staff number"), _("Tells namesakes apart. Never an identity-card number."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff_number"].required = False

    def draft(self) -> PersonDraft:
        """Give the person as the action takes them."""
        given = self.cleaned_data
        return PersonDraft(given["name"].strip(), given["email"].lower(), given["staff_number"])


class HoldingForm(forms.Form):
    """Who holds a post, how and from when."""

    person = forms.TypedChoiceField(label=_("Person"), coerce=int)
    kind = forms.TypedChoiceField(
        label=_("Holds it as"),
        coerce=HoldingKind,
        help_text=_(
            "The main holder answers. While they are away the acting holder does, and without one the first backup."
        ),
    )
    begins_on = forms.DateField(label=_("From"), widget=DATE)
    ends_on = forms.DateField(
        label=_("Until"), widget=DATE, required=False, help_text=_("Leave it empty until further notice.")
    )
    order = forms.IntegerField(
        label=_("Order"),
        min_value=1,
        max_value=99,
        initial=1,
        help_text=_("Among several backups: 1 comes first."),
    )

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "person", [("", _("Choose a person")), *people])
        offer(self, "kind", [(kind.value, HOLDING_NAMES[kind]) for kind in HoldingKind])

    def draft(self, post: int) -> HoldingDraft:
        """Give the holding as the action takes it."""
        given = self.cleaned_data
        return HoldingDraft(
            post, given["person"], given["kind"], given["begins_on"], given["ends_on"], given["order"]
        )


class EndForm(forms.Form):
    """The last day of a holding."""

    ends_on = forms.DateField(label=_("Last day"), widget=DATE)


class AbsenceForm(forms.Form):
    """Days away."""

    begins_on = forms.DateField(label=_("First day"), widget=DATE)
    ends_on = forms.DateField(label=_("Last day"), widget=DATE)

    def span(self) -> Span:
        """Give the days as the action takes them."""
        return Span(self.cleaned_data["begins_on"], self.cleaned_data["ends_on"])


class AccountForm(forms.Form):
    """A new account."""

    person = forms.TypedChoiceField(
        label=_("Person"),
        coerce=int,
        required=False,
        empty_value=None,
        help_text=_("What the account may do follows from the posts of this person."),
    )
    username = forms.RegexField(
        r"\A[\w.@+\-]+\Z",
        label=_("Name to sign in with"),
        max_length=150,
        error_messages={"invalid": _("Use letters, digits and the signs . @ + - _ only.")},
    )
    role = forms.TypedChoiceField(label=_("Role"), coerce=Role, required=False, empty_value=Role.NONE)
    language = forms.ChoiceField(label=_("Language"), required=False)

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "person", [("", _("nobody: an account of the system")), *people])
        offer(self, "role", [(role.value, ROLE_NAMES[role]) for role in Role])
        offer(self, "language", [("", _("as the browser asks")), *settings.LANGUAGES])

    def draft(self) -> AccountDraft:
        """Give the account as the action takes it."""
        given = self.cleaned_data
        return AccountDraft(given["username"], given["person"], given["role"], given["language"])


class RoleForm(forms.Form):
    """Another role for an account."""

    role = forms.TypedChoiceField(label=_("Role"), coerce=Role, required=False, empty_value=Role.NONE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "role", [(role.value, ROLE_NAMES[role]) for role in Role])


class LanguageForm(forms.Form):
    """The language in which one's own account reads."""

    language = forms.ChoiceField(label=_("Language"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "language", [("", _("as the browser asks")), *settings.LANGUAGES])


class RosterForm(forms.Form):
    """A file with units, posts and people."""

    file = forms.FileField(
        label=_("File"),
        max_length=200,
        help_text=_(
            "XLSX or CSV, up to 5 MB and 5,000 rows. Nothing is changed before you have seen what would be."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )


class ConfirmForm(forms.Form):
    """Names the very file and the very plan that the person saw."""

    sha256 = forms.CharField(max_length=64)
    plan_hash = forms.CharField(max_length=64)
