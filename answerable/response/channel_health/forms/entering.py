"""What a person enters about a channel: figures of a closed platform, a sheet of them, a grave fault."""

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from answerable.response.channel_health.rules.faults import FAULT_NAMES, GRAVE
from answerable.response.channel_health.rules.sheet import LARGEST, Said


class FigureForm(forms.Form):
    """What was seen on one channel today."""

    posted_on = forms.DateField(
        label=_("Day of the last post"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    waits_since = forms.DateField(
        label=_("Day of the oldest message without an answer"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    can_reply = forms.TypedChoiceField(
        label=_("Can messages be answered there?"),
        required=False,
        choices=(("", _("not looked at")), ("yes", _("yes")), ("no", _("no"))),
        coerce=lambda said: said == "yes",
        empty_value=None,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """Refuse days that lie ahead, and a form that says nothing."""
        said = super().clean() or {}
        for name in ("posted_on", "waits_since"):
            if said.get(name) and said[name] > self.today:
                self.add_error(name, _("This day lies in the future."))
        if not self.errors and all(said.get(name) is None for name in self.fields):
            raise forms.ValidationError(_("Enter at least one of the three."))
        return said

    def said(self, channel: int) -> Said:
        """Give what was filled in."""
        return Said(channel, self.today, **self.cleaned_data)


class SheetForm(forms.Form):
    """A CSV sheet, as a file or as text; the text is what is confirmed after the preview."""

    sheet = forms.FileField(label=_("CSV sheet"), required=False)
    text = forms.CharField(required=False, widget=forms.HiddenInput, max_length=LARGEST)

    def clean_sheet(self) -> str:
        """Decode the file as spreadsheets write it in either country."""
        file = self.cleaned_data.get("sheet")
        if not isinstance(file, UploadedFile):
            return ""
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(_("The sheet is larger than 512 kB."))
        body = file.read()
        for encoding in ("utf-8-sig", "gb18030"):
            try:
                return str(body.decode(encoding))
            except UnicodeDecodeError:
                continue
        raise forms.ValidationError(_("The sheet cannot be read. Save it as CSV (UTF-8)."))

    def clean(self) -> dict[str, Any]:
        """Ask for a sheet."""
        said = super().clean() or {}
        if not self.errors and not said.get("sheet") and not said.get("text"):
            self.add_error("sheet", _("Choose a sheet."))
        return said

    @property
    def words(self) -> str:
        """The sheet's text."""
        return str(self.cleaned_data.get("sheet") or self.cleaned_data.get("text") or "")


class GraveForm(forms.Form):
    """A grave fault that a person saw."""

    fault = forms.ChoiceField(
        label=_("What was seen"), choices=[(one.value, FAULT_NAMES[one]) for one in GRAVE]
    )
    subject = forms.CharField(label=_("Address where it stands"), required=False, max_length=2000)
    reason = forms.CharField(
        label=_("In one sentence"),
        help_text=_("Do not quote a secret, and name no private person."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
