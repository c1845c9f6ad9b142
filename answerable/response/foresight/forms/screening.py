"""Forms with free text: a text that points at a person is asked about before it is kept; nothing typed is lost."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.response.cases.rules.free_text import PERSONAL_NAMES, PointsAtPerson

#: How a browser's own field for a moment writes it.
MOMENT = "%Y-%m-%dT%H:%M"
Choices = list[tuple[Any, Any]]


def moment_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateTimeField:
    """Make a field for a moment, in the body's zone."""
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT)
    errors = {"invalid": _("Give a day and a time.")}
    return forms.DateTimeField(
        label=label, required=required, help_text=help_text, widget=widget, error_messages=errors
    )


def day_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    """Make a field for a day."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, help_text=help_text, widget=widget)


def text_field(label: Any, *, required: bool = True, help_text: Any = "", rows: int = 3) -> forms.CharField:
    """Make a field for a few sentences."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, required=required, help_text=help_text, max_length=20_000, widget=widget
    )


def line_field(
    label: Any, *, required: bool = True, help_text: Any = "", length: int = 200
) -> forms.CharField:
    """Make a field for one line."""
    return forms.CharField(label=label, required=required, help_text=help_text, max_length=length)


class ScreenedForm(forms.Form):
    """A form whose texts are looked through; the question appears only when something was found."""

    personal = forms.ChoiceField(
        label=_("What points at a person"),
        required=False,
        choices=[(key.value, name) for key, name in PERSONAL_NAMES.items()],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asks_personal = bool(self.is_bound and self.data.get("personal"))

    @property
    def plain_fields(self) -> list[forms.BoundField]:
        """The fields to show, the question about persons apart."""
        return [bound for bound in self.visible_fields() if bound.name != "personal"]

    @property
    def personal_said(self) -> str:
        """What was said about strings that point at a person; "" while nobody was asked."""
        return str(self.cleaned_data.get("personal", ""))

    def attempt(self, act: Callable[[], Any]) -> bool:
        """Do what the form is for; an anticipated refusal is shown in the form, which keeps what was typed."""
        try:
            act()
        except PointsAtPerson as found:
            self.asks_personal = True
            self.add_error("personal", str(found))
            return False
        except (NotAllowed, NotFound):
            raise
        except Anticipated as refused:
            self.add_error(None, str(refused))
            return False
        return True


def choose(form: forms.Form, name: str, choices: Choices) -> None:
    """Give a field what it offers."""
    found = form.fields[name]
    assert isinstance(found, forms.ChoiceField)
    found.choices = choices


class WordsForm(ScreenedForm):
    """One text, for a deed that needs a reason or a few words."""

    words = text_field("")

    def __init__(self, *args: Any, label: Any, hint: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = label
        self.fields["words"].help_text = hint
