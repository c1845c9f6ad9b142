"""Forms of the content desk."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.response.channels.actions import InterpretationPlan, Text
from answerable.response.channels.forms.register import Choices, area, day, offer
from answerable.response.channels.queries.piece import PiecePage, PlanRow
from answerable.response.channels.rules.interpreting import FORM_NAMES, Form
from answerable.response.channels.rules.states import LANGUAGES, PIECE_KIND_NAMES, PieceKind
from answerable.response.channels.rules.wording import DISCLOSURE_NAMES


class BeginForm(forms.Form):
    """A new piece."""

    kind = forms.ChoiceField(label=_("Kind"), choices=list(PIECE_KIND_NAMES.items()))
    language = forms.ChoiceField(label=_("Language"), choices=list(LANGUAGES.items()))
    unit = forms.TypedChoiceField(label=_("Unit that writes it"), coerce=int)
    title = forms.CharField(label=pgettext_lazy("piece", "Title"), max_length=200)

    def __init__(self, *args: Any, units: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", units)


class TextForm(forms.Form):
    """The text of a piece, where it shall go, until when it holds."""

    seen_edit = forms.IntegerField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("Kind"), choices=list(PIECE_KIND_NAMES.items()))
    title = forms.CharField(label=pgettext_lazy("piece", "Title"), max_length=200)
    summary = area(pgettext_lazy("piece", "Summary"), rows=2, required=False)
    body = area(
        pgettext_lazy("piece", "Text"),
        _("Markdown: **bold**, lists, tables, links. A picture is ![what it shows](address)."),
        rows=16,
        required=False,
    )
    basis = forms.CharField(
        label=_("What it rests on"),
        max_length=300,
        required=False,
        help_text=_("Law, document, record or source."),
    )
    channels = forms.TypedMultipleChoiceField(
        label=_("Channels"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    disclosure = forms.ChoiceField(
        label=_("Disclosure of the document"), choices=[("", "—"), *DISCLOSURE_NAMES.items()], required=False
    )
    disclosure_reason = forms.CharField(label=_("Why it is not disclosed"), max_length=300, required=False)
    planned_for = day(
        _("Planned for"), _("The day in the calendar; it goes out when it has passed its gate.")
    )
    review_on = day(_("To be looked at again on"))
    expires_on = day(_("Expires on"), _("After this day it is to be taken down or renewed."))

    def __init__(self, *args: Any, channels: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "channels", channels)

    def text(self) -> Text:
        """Give what was typed."""
        typed = self.cleaned_data
        return Text(
            kind=PieceKind(typed["kind"]),
            title=typed["title"],
            summary=typed["summary"],
            body=typed["body"],
            basis=typed["basis"],
            channels=tuple(typed["channels"]),
            disclosure=typed["disclosure"],
            disclosure_reason=typed["disclosure_reason"],
            planned_for=typed["planned_for"],
            review_on=typed["review_on"],
            expires_on=typed["expires_on"],
        )


def initial_of(page: PiecePage) -> dict[str, Any]:
    """Give the first values of a text form."""
    content = page.content
    return {
        "seen_edit": page.edit,
        "kind": content.kind,
        "title": content.title,
        "summary": content.summary,
        "body": content.body,
        "basis": content.basis,
        "channels": [number for number, _name in page.channels],
        "disclosure": content.disclosure,
        "disclosure_reason": content.disclosure_reason,
        "planned_for": page.planned_for,
        "review_on": content.review_on,
        "expires_on": content.expires_on,
    }


class PlanForm(forms.Form):
    """How a policy will be explained."""

    form = forms.ChoiceField(label=_("Form of the interpretation"), choices=list(FORM_NAMES.items()))
    writer = forms.TypedChoiceField(label=_("Unit that writes the interpretation"), coerce=int)
    points = area(_("What is explained"), _("What people will ask: who is affected, from when, what to do."))
    due_on = day(_("Ready by"), required=True)
    material = forms.TypedChoiceField(
        label=_("The interpretation itself"), coerce=int, empty_value=None, required=False
    )

    def __init__(
        self, *args: Any, units: Choices, materials: Choices, row: PlanRow | None, **kwargs: Any
    ) -> None:
        if row is not None:
            kwargs.setdefault(
                "initial",
                {
                    "form": row.form,
                    "writer": row.unit,
                    "points": row.points,
                    "due_on": row.due_on,
                    "material": row.material,
                },
            )
        super().__init__(*args, **kwargs)
        offer(self, "writer", units)
        offer(self, "material", [("", "—"), *materials])

    def plan(self) -> InterpretationPlan:
        """Give what was typed."""
        typed = self.cleaned_data
        return InterpretationPlan(
            Form(typed["form"]), typed["writer"], typed["points"], typed["due_on"], typed["material"]
        )


class ScheduleForm(forms.Form):
    """When a passed text goes out."""

    moment = forms.DateTimeField(
        label=_("Goes out at"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )


class ReasonForm(forms.Form):
    """Why something is corrected, withdrawn, put to sleep or closed."""

    reason = area(_("Reason"), rows=2)


class KeepForm(forms.Form):
    """Until when a piece that was looked at again holds."""

    review_on = day(_("Look at it again on"), required=True)


class OutForm(forms.Form):
    """Where a piece stands on a platform, once its keeper has put it there."""

    address = forms.CharField(label=_("Address there"), required=False, max_length=500)


class NameForm(forms.Form):
    """A name for the body's own list."""

    name = forms.CharField(label=_("Name, written right"), max_length=120, min_length=2)
    title = forms.CharField(label=_("Title that belongs to it"), max_length=120, required=False)
    wrong = area(_("Wrong spellings"), _("One a line."), rows=2, required=False)


class DeskFilter(forms.Form):
    """What is shown of the desk."""

    words = forms.CharField(label=pgettext_lazy("piece", "Words"), required=False, max_length=200)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("all kinds")), *PIECE_KIND_NAMES.items()]
    )
    channel = forms.ChoiceField(label=_("Channel"), required=False)

    def __init__(self, *args: Any, channels: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "channel", [("", _("all channels")), *channels])

    def selects(self) -> list[forms.BoundField]:
        """Give the fields that choose."""
        return [self["kind"], self["channel"]]
