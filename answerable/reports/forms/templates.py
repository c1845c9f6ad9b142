"""Handing in a template of the body, and saying which papers it serves."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.reports.actions import Serving
from answerable.reports.forms.making import kind_choices
from answerable.reports.templates_of_the_body.opening import FILE_MAX
from answerable.reports.templates_of_the_body.refusals import Reason

LANGUAGES = [
    ("", pgettext_lazy("template", "either language")),
    ("zh-hans", _("Chinese")),
    ("en", _("English")),
]


class ServingForm(forms.Form):
    """What it is called, and which papers it serves."""

    name = forms.CharField(
        label=_("Name"), max_length=100, help_text=_("As it stands in the list from which writers choose.")
    )
    language = forms.ChoiceField(
        label=pgettext_lazy("template", "For papers in"), required=False, choices=LANGUAGES
    )
    kinds = forms.MultipleChoiceField(
        label=pgettext_lazy("template", "For which kinds of papers"),
        required=False,
        help_text=_("None ticked: for every kind."),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kinds"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = kind_choices()

    def serving(self) -> Serving:
        """Give what was said."""
        said = self.cleaned_data
        return Serving(said["name"], tuple(said["kinds"]), said["language"])


class TemplateFileForm(forms.Form):
    """A Word file."""

    file = forms.FileField(
        label=_("Word file"),
        max_length=200,
        help_text=format_lazy(
            _("A .docx of up to {size} MB. It is looked through before anything is kept."),
            size=FILE_MAX // 1024 // 1024,
        ),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )

    def clean_file(self) -> UploadedFile:
        """Refuse a file that is too large before it is read."""
        found: UploadedFile = self.cleaned_data["file"]
        if (found.size or 0) > FILE_MAX:
            reason = Reason.of("too-large", size=FILE_MAX // 1024 // 1024)
            raise forms.ValidationError(f"{reason} {reason.next_step}")
        return found

    def content(self) -> tuple[str, bytes]:
        """Give the name and the bytes."""
        found: UploadedFile = self.cleaned_data["file"]
        found.seek(0)
        return str(found.name), found.read()


class NewTemplateForm(TemplateFileForm, ServingForm):
    """A file, its name, and which papers it serves."""

    field_order = ("file", "name", "language", "kinds")
