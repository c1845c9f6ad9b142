"""Forms of the room."""

from typing import Any, cast

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from answerable.governance.plan.rules.document import Clause, Duty, PlanDocument
from answerable.governance.plan.rules.recurring import read_point, read_rhythm
from answerable.governance.plan.rules.saying import KIND_NAMES
from answerable.governance.plan.rules.vocabulary import EVIDENCE, RECIPIENTS
from answerable.governance.plan.rules.writing import duty_record

DATE = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class FileForm(forms.Form):
    """A plan file or a Word file, to begin a draft with."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("The written plan as .docx, or a plan file as .yaml; 10 MB at the most."),
        widget=forms.ClearableFileInput(attrs={"accept": ".docx,.yaml,.yml"}),
    )


class TextForm(forms.Form):
    """The whole text of a draft."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    text = forms.CharField(
        label=_("Plan file"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 30, "spellcheck": "false", "class": "an-code"}),
    )


class LinkForm(forms.Form):
    """What a clause gives rise to, or why nothing."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    gives = forms.MultipleChoiceField(
        label=_("Gives rise to"), required=False, widget=forms.CheckboxSelectMultiple
    )
    none = forms.CharField(
        label=_("Why it gives rise to nothing"),
        required=False,
        max_length=400,
        help_text=_("Only where nothing is ticked: a scope, a definition, a reference to another rule."),
    )

    def __init__(self, *args: Any, document: PlanDocument, clause: Clause, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"gives": list(clause.gives), "none": clause.none})
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        groups: dict[str, list[tuple[str, str]]] = {}
        for thing, named in document.objects():
            kind = str(KIND_NAMES[thing.partition(":")[0]])
            groups.setdefault(kind, []).append((thing, f"{named.name(language)} ({named.id})"))
        cast(forms.MultipleChoiceField, self.fields["gives"]).choices = list(groups.items())

    def clean(self) -> dict[str, Any]:
        """Refuse both at once, and neither."""
        given = super().clean() or {}
        if bool(given.get("gives")) == bool(str(given.get("none", "")).strip()):
            self.add_error(
                "none", _("Tick what it gives rise to, or say why it gives nothing; one of the two.")
            )
        return given


class DutyForm(forms.Form):
    """One recurring duty."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    clause = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    key = forms.RegexField(
        r"\A[a-z][a-z0-9-]{1,39}\Z",
        label=_("Id"),
        help_text=_("Short and lasting, for example d-quarter."),
        error_messages={"invalid": _("Use small letters, digits and hyphens.")},
    )
    zh = forms.CharField(label=_("Name in Chinese"), max_length=120)
    en = forms.CharField(label=_("Name in English"), max_length=120)
    owner = forms.ChoiceField(label=_("Owed by"))
    rrule = forms.CharField(
        label=_("How often"),
        max_length=200,
        help_text=_("A rule that names the period, for example FREQ=YEARLY;BYMONTH=5,11;BYMONTHDAY=1."),
    )
    due = forms.CharField(
        label=_("Due"), max_length=40, help_text=_("month_end, period_end, day 15, 17:30 or 5wd after.")
    )
    roll = forms.ChoiceField(
        label=_("Where that day is not worked"),
        choices=[
            ("prev", _("the working day before")),
            ("next", _("the working day after")),
            ("none", _("the day itself")),
        ],
    )
    to = forms.ChoiceField(label=_("Due to"))
    accept_by = forms.ChoiceField(label=_("Accepted by"), required=False)
    evidence = forms.MultipleChoiceField(
        label=_("Proven by"),
        choices=list(EVIDENCE.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What exists anyway. No screenshots, no check-ins."),
    )
    ladder = forms.ChoiceField(label=_("Reminded by"))
    lead = forms.CharField(
        label=_("Start this long before"), max_length=6, required=False, help_text=_("For example 10wd.")
    )

    def __init__(self, *args: Any, document: PlanDocument, duty: Duty | None = None, **kwargs: Any) -> None:
        if duty is not None:
            kwargs["initial"] = {**_initial(duty), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        posts = [(code, f"{post.name(language)} ({code})") for code, post in document.posts.items()]
        others = [(key, str(word)) for key, word in RECIPIENTS.items()]
        ladders = [(key, ladder.name(language)) for key, ladder in document.ladders.items()]
        for name, choices in (
            ("owner", posts),
            ("to", posts + others),
            ("accept_by", [("", _("nobody: filing it is enough")), *posts]),
            ("ladder", [*ladders, ("none", _("nobody is reminded"))]),
        ):
            cast(forms.ChoiceField, self.fields[name]).choices = choices
        if duty is not None:
            self.fields["key"].disabled = True

    def clean_rrule(self) -> str:
        """Refuse a rule that names no period."""
        text = str(self.cleaned_data["rrule"])
        try:
            read_rhythm(text)
        except ValueError:
            raise forms.ValidationError(
                _("This names no period. Write for example FREQ=MONTHLY;BYMONTHDAY=1.")
            ) from None
        return text

    def clean_due(self) -> str:
        """Refuse a deadline that cannot be placed."""
        text = str(self.cleaned_data["due"])
        try:
            read_point(text)
        except ValueError:
            raise forms.ValidationError(
                _("This is no deadline. Write month_end, period_end, day 15, 17:30 or 5wd after.")
            ) from None
        return text

    def record(self, before: Duty | None) -> dict[str, Any]:
        """Give the duty as the plan file lists it; what the form does not ask stays as it was."""
        given = self.cleaned_data
        kept = duty_record(before) if before is not None else {}
        kept.update(
            {
                "zh": given["zh"],
                "en": given["en"],
                "owner": given["owner"],
                "rrule": given["rrule"],
                "due": {"at": given["due"], "roll": given["roll"]},
                "to": given["to"],
                "evidence": list(given["evidence"]),
                "ladder": given["ladder"],
            }
        )
        for name in ("accept_by", "lead"):
            kept.pop(name, None)
            if given[name]:
                kept[name] = given[name]
        return kept


def _initial(duty: Duty) -> dict[str, Any]:
    return {
        "key": duty.id,
        "zh": duty.names.get("zh", ""),
        "en": duty.names.get("en", ""),
        "owner": duty.owner,
        "rrule": duty.rrule,
        "due": duty.due.at,
        "roll": duty.due.roll,
        "to": duty.to,
        "accept_by": duty.accept_by,
        "evidence": list(duty.evidence),
        "ladder": duty.ladder,
        "lead": duty.lead,
    }


class HeadForm(forms.Form):
    """The head of a plan."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    version = forms.CharField(label=_("Version"), max_length=40)
    effective = forms.DateField(label=_("In force from"), widget=DATE)
    calendar = forms.CharField(
        label=_("Calendar of working days"), max_length=12, help_text=_("For example CN or GB-ENG.")
    )
    zone = forms.CharField(label=_("Time zone"), max_length=40, help_text=_("For example Asia/Shanghai."))
    zh = forms.CharField(label=_("Title in Chinese"), max_length=300)
    en = forms.CharField(label=_("Title in English"), max_length=300)

    def fields_of_plan(self) -> dict[str, Any]:
        """Give the head as the plan file lists it."""
        given = self.cleaned_data
        return {
            "version": given["version"],
            "effective": given["effective"].isoformat(),
            "calendar": given["calendar"],
            "zone": given["zone"],
            "title": {"zh": given["zh"], "en": given["en"]},
        }


class SeenForm(forms.Form):
    """A step on exactly the text that was read."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)


class ReasonForm(forms.Form):
    """A word why."""

    reason = forms.CharField(label=_("Why"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class ProposalForm(forms.Form):
    """A wish for change."""

    text = forms.CharField(
        label=_("What should change, and why"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
    clause = forms.ChoiceField(label=_("Which sentence"), required=False)
    wording = forms.CharField(
        label=_("The sentence as it should read"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, document: PlanDocument | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        clauses = document.clauses if document is not None else ()
        cast(forms.ChoiceField, self.fields["clause"]).choices = [
            ("", _("the plan as a whole")),
            *((clause.id, f"{clause.ref} {clause.text[:60]}") for clause in clauses),
        ]
