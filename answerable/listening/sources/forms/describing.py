"""One source of one kind, described by a person; what a kind needs is read from its settings."""

from dataclasses import fields
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from answerable.listening.sources.actions.keeping import ON_THE_WEB, Draft
from answerable.listening.sources.forms.offering import OwnedForm
from answerable.listening.sources.kinds import KINDS


class SourceForm(OwnedForm):
    """One source of one kind: its own settings first, then what every source is asked for."""

    name = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=200,
        help_text=_("Left empty, the name of the site."),
    )
    publication = forms.CharField(
        label=_("Publication"),
        required=False,
        max_length=200,
        help_text=_(
            "The paper, site or station; sources of one publication count once when a story spreads."
        ),
    )

    def __init__(self, kind: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        # The secrets of a webhook are made by us and shown once; nobody types them.
        self.own = [
            one
            for one in fields(KINDS[kind].settings_type)
            if "label" in one.metadata and not (kind == "webhook" and one.metadata.get("secret"))
        ]
        for one in self.own:
            self.fields[one.name] = _field_of(one, is_new=not self.initial)
        if kind not in ON_THE_WEB:
            self.fields["name"].required = True
            self.fields["name"].label, self.fields["name"].help_text = _("Name"), ""
        if not KINDS[kind].is_polled:
            del self.fields["fixed_interval"]
        self.order_fields([*(one.name for one in self.own), "name", "publication"])

    @property
    def address_field(self) -> str | None:
        """Where an error about the address is shown."""
        return next((name for name in ("address", "path", "host") if name in self.fields), None)

    def draft(self) -> Draft:
        """Give what was filled in as a draft."""
        given = self.cleaned_data
        secret = {one.name for one in self.own if one.metadata.get("secret")}
        own = {one.name: given[one.name] for one in self.own}
        return Draft(
            kind=self.kind,
            address=_address(self.kind, own) or self.initial.get("known_by") or given["name"],
            owner_unit=given["owner_unit"],
            name=given["name"],
            publication=given["publication"],
            language=given["language"],
            region=given["region"],
            fixed_interval=given.get("fixed_interval"),
            retention_days=given["retention_days"],
            settings={name: value for name, value in own.items() if name not in secret and name != "address"},
            secrets={name: value for name, value in own.items() if name in secret},
        )


def _address(kind: str, own: dict[str, Any]) -> str:
    """Write what a source is known by."""
    if kind == "mailbox":
        return f"imaps://{own['user']}@{own['host']}:{own['port']}/{own['folder']}"
    return str(own.get("address") or own.get("path") or "")


def _field_of(one: Any, *, is_new: bool) -> forms.Field:
    """Make a form field of one setting of a kind."""
    label, hint = one.metadata["label"], one.metadata["help"]
    words: dict[str, Any] = {
        "label": _word(label).capitalize(),
        "help_text": gettext(hint) if hint else "",
    }
    if one.type in (bool, "bool"):
        return forms.BooleanField(required=False, **words)
    if one.type in (int, "int"):
        return forms.IntegerField(initial=one.default, min_value=1, max_value=65_535, **words)
    if one.metadata.get("secret"):
        widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
        return forms.CharField(required=is_new, widget=widget, max_length=200, **words)
    needed = one.name in ("address", "path", "host", "user")
    return forms.CharField(required=needed, initial=one.default, max_length=2000, **words)


def _word(label: str) -> str:
    """Translate a kind's own word; where other rooms mean something else by it, ours has a context."""
    ours = pgettext("source", label)
    return ours if ours != label else gettext(label)


def source_form(
    kind: str, given: Any, *, units: list[tuple[int, str]], draft: Draft | None = None
) -> SourceForm:
    """Make the form of a kind, empty or with what is stored."""
    if draft is None:
        return SourceForm(kind, given, units=units)
    stored = {
        "address": draft.address,
        "known_by": draft.address,
        "name": draft.name,
        "publication": draft.publication,
        "owner_unit": draft.owner_unit,
        "language": draft.language,
        "region": draft.region,
        "fixed_interval": draft.fixed_interval or "",
        "retention_days": draft.retention_days,
    }
    return SourceForm(kind, given, units=units, initial={**draft.settings, **stored})
