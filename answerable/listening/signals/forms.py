"""Forms of the room."""

from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from answerable.kernel.search.grams import phrases
from answerable.listening.signals.actions import WatchDraft
from answerable.listening.signals.models import Watch
from answerable.listening.signals.rules.choices import AT_LEAST, STORY_DAYS, SWITCHES, USUAL
from answerable.listening.signals.rules.states import REASON_NAMES
from answerable.listening.signals.rules.telling import Rhythm
from answerable.listening.signals.words import RHYTHM_NAMES, days_of_one_false, rounded


def _choice(form: forms.Form, name: str) -> forms.ChoiceField:
    """Give a field that offers choices."""
    found = form.fields[name]
    assert isinstance(found, forms.ChoiceField)
    return found


class WatchForm(forms.Form):
    """A watch: what it looks for, when it signals, how it tells."""

    words = forms.CharField(
        label=_("Words"),
        max_length=400,
        help_text=_(
            "All of them must occur in one item. Two Chinese characters are enough; no signs are needed."
        ),
    )
    name = forms.CharField(
        label=_("Name"), max_length=120, required=False, help_text=_("Without one it is called by its words.")
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=[("zh", _("Chinese")), ("en", _("English"))],
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
        help_text=_("None ticked means all."),
    )
    unit = forms.TypedChoiceField(
        label=_("Shared in"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("Everybody of the unit sees its signals and is told as well."),
    )
    switch = forms.TypedChoiceField(label=_("False alarms you can bear"), coerce=float, initial=USUAL)
    at_least = forms.TypedChoiceField(
        label=_("Worth a signal from"),
        coerce=int,
        initial=3,
        help_text=_("Publications, each counted once an hour, never copies of one text in one publication."),
    )
    rhythm = forms.ChoiceField(label=_("Tell me"), initial=Rhythm.AT_ONCE)
    quiet_from = forms.TimeField(
        label=_("Quiet from"), required=False, widget=forms.TimeInput(attrs={"type": "time"})
    )
    quiet_until = forms.TimeField(
        label=_("Quiet until"), required=False, widget=forms.TimeInput(attrs={"type": "time"})
    )

    def __init__(self, *args: Any, units: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choice(self, "switch").choices = [
            (
                str(switch),
                gettext("%(rate)s in 100 days (%(days)s)")
                % {"rate": rounded(switch), "days": days_of_one_false(switch)},
            )
            for switch in SWITCHES
        ]
        _choice(self, "at_least").choices = [
            (
                number,
                ngettext("%(number)s publication", "%(number)s publications", number) % {"number": number},
            )
            for number in AT_LEAST
        ]
        _choice(self, "rhythm").choices = [(rhythm.value, RHYTHM_NAMES[rhythm]) for rhythm in Rhythm]
        if units:
            _choice(self, "unit").choices = [("", _("nobody: it is mine alone")), *units]
        else:
            del self.fields["unit"]

    def clean_words(self) -> str:
        """Words that hold nothing to search for find everything and mean nothing."""
        words = str(self.cleaned_data["words"]).strip()
        if not phrases(words):
            raise forms.ValidationError(_("These signs hold no word. Type words that an item would hold."))
        return words

    def clean(self) -> dict[str, Any]:
        """Quiet hours have two ends."""
        found = super().clean() or self.cleaned_data
        if (found.get("quiet_from") is None) != (found.get("quiet_until") is None):
            self.add_error(
                "quiet_until", _("Quiet hours have a beginning and an end. Give both, or neither.")
            )
        return found

    def draft(self) -> WatchDraft:
        """Give what was said."""
        said = self.cleaned_data
        return WatchDraft(
            name=said["name"].strip() or said["words"][:120],
            words=said["words"],
            languages=tuple(said["languages"]),
            unit=said.get("unit"),
            switch=said["switch"],
            at_least=said["at_least"],
            rhythm=said["rhythm"],
            quiet_from=said["quiet_from"],
            quiet_until=said["quiet_until"],
        )


def said_before(watch: Watch) -> dict[str, Any]:
    """Give a watch as the form's first values."""
    return {
        "name": watch.name,
        "words": watch.words,
        "languages": watch.languages,
        "unit": watch.unit_id,
        "switch": str(watch.switch),
        "at_least": watch.at_least,
        "rhythm": watch.rhythm,
        "quiet_from": watch.quiet_from,
        "quiet_until": watch.quiet_until,
    }


class SettleForm(forms.Form):
    """What is to be done with a signal, and why."""

    reason = forms.ChoiceField(label=_("Why it is put aside"), required=False)
    note = forms.CharField(
        label=_("Note"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choice(self, "reason").choices = [
            ("", _("choose")),
            *((key.value, name) for key, name in REASON_NAMES.items()),
        ]


class StoriesSwitchForm(forms.Form):
    """The switch of the stories."""

    days = forms.TypedChoiceField(label=_("One false alarm over all stories"), coerce=float)
    at_least = forms.TypedChoiceField(label=_("Worth a signal from"), coerce=int)

    def __init__(self, *args: Any, now: tuple[float, int], **kwargs: Any) -> None:
        kwargs["initial"] = {"days": f"{now[0]:g}", "at_least": now[1]}
        super().__init__(*args, **kwargs)
        days = sorted({*STORY_DAYS, now[0]})
        _choice(self, "days").choices = [
            (
                f"{number:g}",
                ngettext("in %(number)s day", "in %(number)s days", int(number)) % {"number": f"{number:g}"},
            )
            for number in days
        ]
        _choice(self, "at_least").choices = [
            (
                number,
                ngettext("%(number)s publication", "%(number)s publications", number) % {"number": number},
            )
            for number in sorted({*AT_LEAST, now[1]})
        ]
