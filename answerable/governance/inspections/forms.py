"""Forms of the room."""

from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from answerable.governance.duties.forms import DATE
from answerable.governance.inspections.actions import NewFinding, ProgrammeDraft, RoundDraft
from answerable.governance.inspections.methods import METHODS
from answerable.governance.inspections.queries.populations import population_choices
from answerable.governance.inspections.rules.checklist import Question
from answerable.governance.inspections.rules.terms import Terms

SOURCES = (
    ("ritual", _("a public ritual: dice or a lottery before witnesses")),
    ("officer-1", _("a first officer's sealed seed")),
    ("officer-2", _("a second officer's sealed seed")),
    ("beacon", _("a public beacon (drand quicknet)")),
)


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class _TermsForm(forms.Form):
    """What programmes and single rounds have in common."""

    title = forms.CharField(label=pgettext_lazy("inspection", "Title"), max_length=200)
    method = forms.ChoiceField(label=_("Method"))
    population = forms.ChoiceField(label=pgettext_lazy("inspection", "What is looked at"))
    duty = forms.ChoiceField(label=_("Duty of the plan that it carries out"), required=False)
    ratio = forms.CharField(
        label=_("Share that is drawn"),
        initial="0.10",
        max_length=8,
        help_text=_("0.10 is a tenth, rounded up."),
    )
    inspectors = forms.IntegerField(label=_("Inspectors a visit"), initial=2, min_value=1, max_value=9)
    times = forms.IntegerField(
        label=_("Visits a unit, where units are paired"), initial=1, min_value=1, max_value=5
    )
    sources = forms.MultipleChoiceField(
        label=_("Where the seed comes from"),
        choices=SOURCES,
        initial=("ritual", "officer-1", "officer-2"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Nobody may be able to choose it: never one officer alone."),
    )
    weight = forms.CharField(label=_("Weight in the yearly assessment"), initial="1", max_length=8)

    def __init__(self, *args: Any, duties: tuple[tuple[str, str, str], ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chinese = (get_language() or "en").startswith("zh")
        named = [(key, (zh if chinese else en) or en or zh) for key, en, zh in duties]
        self._choose("method", [(key, method.about.name) for key, method in METHODS.items()])
        self._choose("population", population_choices())
        self._choose("duty", [("", _("none: a round of its own")), *named])

    def _choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def terms(self) -> Terms:
        """Give the terms as the action takes them."""
        given = self.cleaned_data
        return Terms(
            given["ratio"], given["inspectors"], tuple(given["sources"]), given["times"], given["weight"]
        )


class ProgrammeForm(_TermsForm):
    """An inspection that comes again."""

    def draft(self, questions: tuple[Question, ...] = ()) -> ProgrammeDraft:
        """Give the programme as the action takes it."""
        given = self.cleaned_data
        return ProgrammeDraft(
            given["title"], given["method"], given["population"], given["duty"], self.terms(), questions
        )


class RoundForm(_TermsForm):
    """A single round."""

    begins_on = forms.DateField(label=pgettext_lazy("inspection", "From"), widget=DATE)
    ends_on = forms.DateField(label=pgettext_lazy("inspection", "Until"), widget=DATE)
    field_order = ("title", "method", "population", "duty", "begins_on", "ends_on")

    def draft(self) -> RoundDraft:
        """Give the round as the action takes it."""
        given = self.cleaned_data
        return RoundDraft(
            given["title"],
            given["begins_on"],
            given["ends_on"],
            given["method"],
            given["population"],
            given["duty"],
            self.terms(),
        )


class NextRoundForm(forms.Form):
    """The next round of a programme."""

    title = forms.CharField(label=pgettext_lazy("inspection", "Title"), max_length=200)
    begins_on = forms.DateField(label=pgettext_lazy("inspection", "From"), widget=DATE)
    ends_on = forms.DateField(label=pgettext_lazy("inspection", "Until"), widget=DATE)

    def draft(self, programme: int) -> RoundDraft:
        """Give the round as the action takes it."""
        given = self.cleaned_data
        return RoundDraft(given["title"], given["begins_on"], given["ends_on"], programme=programme)


class OwnQuestionsForm(forms.Form):
    """Questions that no method and no plan asks."""

    own = forms.CharField(
        label=_("Questions of your own"),
        widget=_area(4),
        required=False,
        help_text=_(
            "One a line. Write the points behind a bar, and veto where it decides alone: Fire exits | 10 | veto"
        ),
    )

    def questions(self) -> tuple[Question, ...]:
        """Read one question a line."""
        lines = [line for line in self.cleaned_data["own"].splitlines() if line.strip()]
        return tuple(_own(number, line) for number, line in enumerate(lines, 1))


def _own(number: int, line: str) -> Question:
    words, *rest = [part.strip() for part in line.split("|")]
    points = next((int(part) for part in rest if part.isdecimal() and len(part) < 4), 10)
    veto = any(part.lower() in ("veto", "否决") for part in rest)
    return Question(f"own.{number}", words[:300], words[:300], points=points, veto=veto)


class SealForm(forms.Form):
    """The hash of an officer's seed. The seed itself is never sent."""

    committed = forms.CharField(
        label=_("SHA-256 of your seed"),
        min_length=64,
        max_length=64,
        help_text=_("64 signs. The seed itself stays with you until all hashes stand here."),
    )


class TellForm(forms.Form):
    """A part of a seed, told."""

    value = forms.CharField(label=pgettext_lazy("inspection", "What it is"), max_length=400, strip=False)


class ReasonForm(forms.Form):
    """A sentence that a decision needs."""

    reason = forms.CharField(label=_("Reason"), widget=_area(3), max_length=2000)


class AsideForm(ReasonForm):
    """Who steps aside from what."""

    inspector = forms.ChoiceField(label=_("Inspector"))
    target = forms.ChoiceField(label=pgettext_lazy("inspection", "From"), required=False)
    field_order = ("inspector", "target", "reason")

    def __init__(
        self, *args: Any, inspectors: list[tuple[str, str]], targets: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["inspector"].choices = inspectors  # type: ignore[attr-defined]
        self.fields["target"].choices = [("", _("everything")), *targets]  # type: ignore[attr-defined]


class WordsForm(forms.Form):
    """Words of a unit, of who decides, or of who looked again."""

    words = forms.CharField(label=_("In your words"), widget=_area(5), max_length=4000)


class SummaryForm(forms.Form):
    """What a round showed."""

    words = forms.CharField(label=_("What the round showed"), widget=_area(5), max_length=4000)


class RemarkForm(forms.Form):
    """A remark that may be left out."""

    words = forms.CharField(label=_("Remark"), widget=_area(3), max_length=4000, required=False)


class MeasureForm(forms.Form):
    """What a unit does about a finding, and by when."""

    measure = forms.CharField(label=_("What will be done"), widget=_area(4), max_length=4000)
    until = forms.DateField(label=_("Done by"), widget=DATE)


class DoneForm(forms.Form):
    """That it was done, and what shows it."""

    note = forms.CharField(
        label=pgettext_lazy("inspection", "What was done"), widget=_area(4), max_length=4000
    )
    proof = forms.URLField(
        label=_("Link to what shows it"),
        required=False,
        max_length=1000,
        assume_scheme="https",
        help_text=_("The page or the paper itself. No photographs are needed."),
    )


class FindingForm(forms.Form):
    """Something that the checklist does not ask."""

    title = forms.CharField(label=_("What is not in order"), max_length=300)
    text = forms.CharField(
        label=pgettext_lazy("inspection", "What was seen"), widget=_area(4), max_length=4000
    )
    grade = forms.ChoiceField(
        label=_("Grade"), choices=(("minor", _("minor")), ("major", _("major"))), widget=forms.RadioSelect
    )

    def new(self) -> NewFinding:
        """Give the finding as the action takes it."""
        given = self.cleaned_data
        return NewFinding(given["title"], given["text"], given["grade"])
