"""Forms of the room."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from answerable.governance.duties.actions.filing import Draft, Proven
from answerable.governance.duties.rules.files import MOST_BYTES
from answerable.governance.duties.words import evidence_name

DATE = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class PaperForm(forms.Form):
    """The paper of a run, written in the page."""

    title = forms.CharField(label=pgettext_lazy("paper", "Title"), max_length=300)
    addressee = forms.CharField(label=_("To"), max_length=200, required=False)
    number = forms.CharField(label=_("Document number"), max_length=80, required=False)
    body = forms.CharField(label=_("Text"), widget=_area(14), strip=False)
    edition = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def draft(self) -> Draft:
        """Give the paper as the action takes it."""
        given = self.cleaned_data
        return Draft(
            given["title"], given["body"], given["addressee"], given["edition"] or 0, given["number"]
        )


class EvidenceForm(forms.Form):
    """A file or a link, with the date of the document itself."""

    kind = forms.ChoiceField(label=_("What it is"))
    link = forms.CharField(
        label=_("Link to what exists already"),
        required=False,
        max_length=1000,
        widget=forms.URLInput,
        help_text=_(
            "The product of the work itself: the page, the report, the minutes. No screenshots are needed."
        ),
    )
    file = forms.FileField(label=_("Or a file"), required=False)
    title = forms.CharField(label=pgettext_lazy("paper", "Title"), max_length=300, required=False)
    effective_on = forms.DateField(
        label=_("Date of the document"),
        widget=DATE,
        help_text=_("The day it was made or took place, not today's."),
    )
    valid_until = forms.DateField(label=_("Valid until"), widget=DATE, required=False)
    follows = forms.TypedChoiceField(label=_("New version of"), coerce=int, required=False, empty_value=None)

    def __init__(
        self, *args: Any, kinds: tuple[str, ...], before: tuple[tuple[int, str], ...], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        asked = [(kind, evidence_name(kind)) for kind in (*kinds, "other")]
        self.fields["kind"].choices = list(dict(asked).items())  # type: ignore[attr-defined]
        if before:
            self.fields["follows"].choices = [("", _("nothing: it is new")), *before]  # type: ignore[attr-defined]
        else:
            del self.fields["follows"]
        self.fields["file"].help_text = gettext("Up to %(most)s MB.") % {"most": MOST_BYTES // 1024**2}

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two: a link or a file."""
        given = super().clean() or {}
        if not given.get("link") and not given.get("file"):
            self.add_error("link", _("Give the link, or choose a file."))
        return given

    def proven(self) -> Proven:
        """Give the evidence as the action takes it."""
        given = self.cleaned_data
        file: Any = given["file"]
        return Proven(
            kind=given["kind"],
            title=given["title"] or (given["link"] if not file else ""),
            effective_on=given["effective_on"],
            link="" if file else given["link"],
            file=file or None,
            name=file.name or "" if file else "",
            valid_until=given["valid_until"],
            follows=given.get("follows"),
        )


class TimeForm(forms.Form):
    """A wish for more time."""

    until = forms.DateField(label=_("New due date"), widget=DATE)
    reason = forms.CharField(label=_("Why"), widget=_area(3), max_length=2000)

    def moment(self) -> datetime:
        """Give the last second of the day that was chosen."""
        day: date = self.cleaned_data["until"]
        return datetime.combine(day, time(23, 59, 59), tzinfo=timezone.get_current_timezone())


class NoteForm(forms.Form):
    """A sentence that may be left out."""

    note = forms.CharField(label=_("Note for them"), widget=_area(3), max_length=2000, required=False)


class ReasonForm(forms.Form):
    """A sentence that a decision needs."""

    reason = forms.CharField(label=_("Reason"), widget=_area(3), max_length=2000)


class ReceiptForm(forms.Form):
    """When a paper went upward, and what they gave for it."""

    sent_on = forms.DateField(label=_("Sent"), widget=DATE)
    receipt = forms.CharField(
        label=_("Receipt"),
        max_length=200,
        required=False,
        help_text=_("The number or name they gave for it."),
    )
    received_on = forms.DateField(label=_("Received by them"), widget=DATE, required=False)


class RemarkForm(forms.Form):
    """Why something is a burden: nobody's name is kept."""

    remark = forms.CharField(
        label=_("What makes it a burden"), widget=_area(3), max_length=2000, required=False
    )
