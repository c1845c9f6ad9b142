"""Forms of what will be announced, and how."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.response.foresight.actions import Entry, Going
from answerable.response.foresight.forms.screening import (
    Choices,
    ScreenedForm,
    choose,
    line_field,
    moment_field,
    text_field,
)
from answerable.response.foresight.rules.states import KIND_NAMES

#: Languages of a document, as answers have them.
LANGUAGES = (("zh", "中文"), ("en", "English"))
#: Parts that one form takes.
PARTS = (1, 2, 3, 4)


class EntryForm(ScreenedForm):
    """What will be announced, when, by which unit."""

    title = line_field(
        pgettext_lazy("release", "Title"), help_text=_("The matter in one line, as it will be announced.")
    )
    kind = forms.ChoiceField(label=pgettext_lazy("release", "What it is"), choices=list(KIND_NAMES.items()))
    summary = text_field(
        _("What will be announced"),
        rows=5,
        help_text=_("What is decided, from when, for whom, in plain words."),
    )
    language = forms.ChoiceField(label=_("Language of the announcement"), choices=LANGUAGES)
    planned_at = moment_field(_("Planned for"))
    unit = forms.TypedChoiceField(label=_("Unit that answers for it"), coerce=int)

    def __init__(self, *args: Any, units: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "unit", units)
        for number in PARTS:
            self.fields[f"part_{number}"] = line_field(
                _("Part %(number)s") % {"number": number}, required=False
            )
            self.fields[f"part_{number}_at"] = moment_field(
                _("Part %(number)s, planned for") % {"number": number}, required=False
            )

    @property
    def plain_fields(self) -> list[forms.BoundField]:
        """The fields of every release; those of parts stand apart."""
        return [bound for bound in super().plain_fields if not bound.name.startswith("part_")]

    @property
    def part_fields(self) -> list[forms.BoundField]:
        """The fields of parts."""
        return [self[name] for name in self.fields if name.startswith("part_")]

    @property
    def has_parts(self) -> bool:
        """Whether somebody has begun to name parts."""
        return any(bound.value() for bound in self.part_fields)

    def clean(self) -> dict[str, Any]:
        """A part needs its name and its time."""
        said: dict[str, Any] = super().clean() or {}
        for number in PARTS:
            name, at = f"part_{number}", f"part_{number}_at"
            if bool(said.get(name)) != bool(said.get(at)) and not {name, at} & set(self.errors):
                self.add_error(name, _("A part needs a name and a time."))
        return said

    def entry(self) -> Entry:
        """Give what was said."""
        said = self.cleaned_data
        named = [(said[f"part_{one}"], said[f"part_{one}_at"]) for one in PARTS if said[f"part_{one}"]]
        return Entry(
            title=said["title"],
            kind=said["kind"],
            summary=said["summary"],
            planned_at=said["planned_at"],
            unit=said["unit"],
            language=said["language"],
            parts=tuple(named),
        )


class DescribeForm(ScreenedForm):
    """The words of what will be announced."""

    title = line_field(pgettext_lazy("release", "Title"))
    summary = text_field(_("What will be announced"), rows=5)


class GoingForm(ScreenedForm):
    """Who speaks for it, where it goes out, what is listened for afterwards."""

    spokesperson_post = forms.TypedChoiceField(
        label=_("Spokesperson"),
        coerce=int,
        help_text=_("The post that speaks for it, and who holds it today."),
    )
    channels = forms.TypedMultipleChoiceField(
        label=_("Channels"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    terms = text_field(
        _("Words to listen for"),
        help_text=_("One term a line, five at most. Words of one term stand together in what is found."),
    )
    watch_days = forms.IntegerField(label=_("Days of watch"), min_value=1, max_value=92)

    def __init__(self, *args: Any, posts: Choices, channels: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "spokesperson_post", posts)
        if channels:
            choose(self, "channels", channels)
        else:
            del self.fields["channels"]

    def going(self) -> Going:
        """Give what was said."""
        said = self.cleaned_data
        return Going(
            spokesperson_post=said["spokesperson_post"],
            channels=tuple(said.get("channels", ())),
            terms=tuple(said["terms"].splitlines()),
            watch_days=said["watch_days"],
        )
