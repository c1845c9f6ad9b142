"""Forms of the room; what a kind needs is read from its settings."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from answerable.listening.sources.actions.keeping import ON_THE_WEB, Draft
from answerable.listening.sources.kinds import KINDS
from answerable.listening.sources.queries.intake import LookupPage
from answerable.listening.sources.queries.table import SORTS, Choices, Wish
from answerable.listening.sources.rules.addresses import pasted
from answerable.listening.sources.rules.opml import NotOpml, read_opml
from answerable.listening.sources.rules.states import State
from answerable.listening.sources.words import LANGUAGES, STATES

#: What an owner may choose; the demo sets shorter ones by itself.
INTERVALS = [
    ("", _("as often as it publishes")),
    (300, _("every 5 minutes")),
    (900, _("every 15 minutes")),
    (3600, _("every hour")),
    (21600, _("every 6 hours")),
    (86400, _("once a day")),
]


def _offer(form: forms.Form, name: str, choices: Sequence[tuple[Any, Any]]) -> None:
    """Fill the list of one field."""
    cast(forms.ChoiceField, form.fields[name]).choices = list(choices)


def _number(value: str) -> int | None:
    return int(value) if value else None


class FilterForm(forms.Form):
    """The filters above the table of sources."""

    words = forms.CharField(label=_("Name or address"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    unit = forms.TypedChoiceField(label=_("Owner unit"), required=False, coerce=int, empty_value=None)
    publication = forms.TypedChoiceField(label=_("Publication"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everything = ("", _("all"))
        states = [("ill", _("ill")), ("overdue", _("overdue")), *((state, STATES[state]) for state in State)]
        _offer(self, "state", [everything, *states])
        kinds = ((kind.key, gettext(kind.name)) for kind in KINDS.values())
        _offer(self, "kind", [everything, *kinds])
        _offer(self, "unit", [everything, *choices.units])
        _offer(self, "publication", [everything, *choices.publications])

    def wish(self) -> Wish:
        """Give what is asked for; what makes no sense is left out."""
        self.is_valid()
        found = {name: value for name, value in self.cleaned_data.items() if value}
        sort, page = self.data.get("sort", ""), self.data.get("page", "")
        return Wish(
            **found,
            sort=sort if sort.removeprefix("-") in SORTS else "state",
            page=int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1,
        )


class AddressesForm(forms.Form):
    """Addresses of sites or feeds, as many as were pasted."""

    addresses = forms.CharField(
        label=_("Address of the site"),
        help_text=_("One or many, one a line. A site's own address is enough: its feeds are looked for."),
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false", "autocapitalize": "off"}),
    )

    def clean_addresses(self) -> list[str]:
        """Split what was pasted."""
        return pasted(self.cleaned_data["addresses"])


class _OwnedForm(forms.Form):
    """What every source is asked for: who owns it, and how it is kept."""

    owner_unit = forms.TypedChoiceField(
        label=_("Owner unit"), coerce=int, help_text=_("It is told when the source falls ill.")
    )
    language = forms.ChoiceField(label=_("Language"), required=False, choices=LANGUAGES)
    region = forms.CharField(label=_("Region"), required=False, max_length=100)
    fixed_interval = forms.TypedChoiceField(
        label=_("How often it is read"), choices=INTERVALS, coerce=_number, empty_value=None, required=False
    )
    retention_days = forms.IntegerField(
        label=_("Days its texts are kept"),
        initial=365,
        min_value=1,
        max_value=3650,
        help_text=_("After that title, link and time stay as a reference; the text goes."),
    )

    def __init__(self, *args: Any, units: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "owner_unit", units)


class SourceForm(_OwnedForm):
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


class ChosenForm(_OwnedForm):
    """What of a look-up's candidates is taken in, and for whom."""

    def __init__(self, *args: Any, page: LookupPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = {
            f"{answer.place}.{number}": candidate
            for answer in page.answers
            for number, candidate in enumerate(answer.candidates)
        }
        first = [key for key in self.found if key.endswith(".0")]
        labels = [(key, candidate["url"]) for key, candidate in self.found.items()]
        self.fields["chosen"] = forms.MultipleChoiceField(
            label=_("What is to be read"), choices=labels, initial=first
        )

    @property
    def ticked(self) -> set[str]:
        """Which candidates have their box ticked when the page is drawn."""
        if self.is_bound:
            return set(cast(QueryDict, self.data).getlist("chosen"))
        return set(self.fields["chosen"].initial)

    def drafts(self) -> list[Draft]:
        """Give the chosen candidates as drafts."""
        given = self.cleaned_data
        return [
            Draft(
                kind=self.found[key]["kind"],
                address=self.found[key]["url"],
                owner_unit=given["owner_unit"],
                name=self.found[key]["title"],
                publication=self.found[key].get("publication", ""),
                language=given["language"] or self.found[key].get("language", ""),
                region=given["region"],
                fixed_interval=given["fixed_interval"],
                retention_days=given["retention_days"],
            )
            for key in given["chosen"]
        ]


class FileForm(forms.Form):
    """A table of items to be read."""

    file = forms.FileField(
        label=_("File"), help_text=_("CSV, JSON lines or XLSX, at most 20 MB, one item a row.")
    )


class OpmlForm(forms.Form):
    """A list of feeds from another reader."""

    file = forms.FileField(label=_("OPML file"), help_text=_("As other feed readers export it."))

    def clean(self) -> dict[str, Any]:
        """Read the list at once: it is small, and what is wrong with it is said here."""
        given = super().clean() or {}
        file = given.get("file")
        if file is not None:
            try:
                given["outlines"] = read_opml(file.read())
            except NotOpml as error:
                self.add_error("file", OPML_REFUSALS[error.code])
            else:
                if not given["outlines"]:
                    self.add_error("file", _("There is no feed in this list."))
        return given


OPML_REFUSALS = {
    "opml_too_large": _("The list is larger than 5 MB."),
    "opml_with_entities": _("The list defines entities of its own; such files are not read."),
    "not_opml": _("This is not an OPML file."),
}


class MergeForm(forms.Form):
    """Two publications that are one."""

    kept = forms.TypedChoiceField(label=_("Keep"), coerce=int)
    merged = forms.TypedChoiceField(label=_("and let this one become part of it"), coerce=int)

    def __init__(self, *args: Any, publications: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("kept", "merged"):
            _offer(self, name, [("", "–"), *publications])

    def clean(self) -> dict[str, Any]:
        """Two different ones are needed."""
        given = super().clean() or {}
        if given.get("kept") and given.get("kept") == given.get("merged"):
            self.add_error("merged", _("Choose two different publications."))
        return given
