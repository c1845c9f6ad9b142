"""Asking for a paper, and looking for one."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from answerable.reports.actions import Asked
from answerable.reports.kinds import KINDS

LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
Choices = list[tuple[Any, Any]]


def kind_choices() -> Choices:
    """Give all kinds with their names in the language of the page."""
    language = get_language() or "en"
    return [(key, kind.about.name.said(language)) for key, kind in KINDS.items()]


class FilterForm(forms.Form):
    """What is shown of the list; anything odd is left out."""

    tab = forms.CharField(required=False, max_length=20)
    kind = forms.ChoiceField(label=pgettext_lazy("paper", "Kind"), required=False)
    words = forms.CharField(label=_("Words in the title"), required=False, max_length=200)
    page = forms.IntegerField(required=False, min_value=1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("all")), *kind_choices()]


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, widget=widget)


class MakeForm(forms.Form):
    """For which days, which unit, in which language."""

    begin = _day(pgettext_lazy("paper", "From"))
    end = _day(pgettext_lazy("paper", "Until"), _("Both days are part of it."))
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    unit = forms.TypedChoiceField(
        label=_("Unit"), coerce=int, help_text=_("A paper of the whole body counts all units.")
    )
    subject = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)

    def __init__(self, *args: Any, units: Choices, posts: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = units  # type: ignore[attr-defined]
        if posts:
            self.fields["subject"] = forms.ChoiceField(label=_("Post"), choices=posts)

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins, at its field."""
        said = super().clean() or {}
        begin, end = said.get("begin"), said.get("end")
        if isinstance(begin, date) and isinstance(end, date) and end < begin:
            self.add_error("end", _("The period ends before it begins."))
        return said

    def asked(self, kind: str) -> Asked:
        """Give what was asked for."""
        said = self.cleaned_data
        return Asked(kind, said["language"], said["begin"], said["end"], said["unit"], said["subject"])
