"""Forms of the room."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.response.answers.queries import Speaker
from answerable.response.answers.rules.markup import is_plain_link
from answerable.response.answers.rules.states import KIND_NAMES, LANGUAGES, Change, Kind
from answerable.response.answers.rules.wording import Conference, Content, Known

#: Empty rows for facts that are always offered, and the most a text takes.
SPARE, MOST_KNOWN = 2, 40
LONG = 20_000


def _choices(form: forms.Form, name: str, choices: Sequence[tuple[Any, Any]]) -> None:
    offered = form.fields[name]
    if isinstance(offered, forms.ChoiceField):
        offered.choices = choices


def _area(label: Any, hint: Any = "", *, rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class BeginForm(forms.Form):
    """A new answer: its kind and language, who answers, which cases it answers."""

    kind = forms.ChoiceField(label=_("Kind"), choices=list(KIND_NAMES.items()), initial=Kind.ANSWER)
    language = forms.ChoiceField(label=_("Language"), choices=list(LANGUAGES.items()))
    unit = forms.TypedChoiceField(label=_("Unit that answers"), coerce=int)
    cases = forms.TypedMultipleChoiceField(
        label=_("Cases it answers"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
    )
    title = forms.CharField(
        label=pgettext_lazy("answer", "Title"),
        max_length=200,
        help_text=_("What people will find out, in their words: “When the water comes back in Mill Lane”."),
    )

    def __init__(
        self, *args: Any, units: Sequence[tuple[int, str]], cases: Sequence[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "unit", units)
        _choices(self, "cases", cases)

    def content(self) -> Content:
        """Give what was chosen as the first content."""
        chosen = self.cleaned_data
        return Content(kind=Kind(chosen["kind"]), language=chosen["language"], title=chosen["title"])


class TextForm(forms.Form):
    """The text of an answer, part by part."""

    seen_edit = forms.IntegerField(widget=forms.HiddenInput)
    known_rows = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=MOST_KNOWN)
    kind = forms.ChoiceField(label=_("Kind"), choices=list(KIND_NAMES.items()))
    note = _area(
        _("What is changed, and why"),
        _("Published beside the text. Say what was wrong before, in plain words."),
        rows=3,
    )
    title = forms.CharField(label=pgettext_lazy("answer", "Title"), max_length=200)
    summary = _area(
        _("In two sentences"),
        _("What somebody should know who reads no further. Lists and feeds show it."),
        rows=2,
    )
    question = _area(_("The question it answers"), _("As people ask it, without their names."), rows=2)
    place = forms.CharField(label=_("Place of the conference"), max_length=200, required=False)
    time = forms.CharField(
        label=_("Time of the conference"),
        max_length=200,
        required=False,
        help_text=_("For example 3 March 2026, 15:00"),
    )
    body = _area(
        _("What we say"),
        _(
            "Plain Markdown: a blank line makes a paragraph, “- ” a list, **bold**, [words](https://…) a link."
        ),
        rows=10,
    )
    unknown = _area(
        _("What we do not know yet"),
        _("Saying so keeps trust; leave empty only when nothing is open."),
        rows=3,
    )
    more_at = forms.CharField(
        label=_("When we will say more"),
        max_length=200,
        required=False,
        help_text=_("A day and an hour, not “soon”."),
    )
    todo = _area(_("What people can do"), rows=3)
    questions = _area(
        _("Questions of the press and our answers"), _("Markdown; “### ” before each question."), rows=6
    )
    topics = forms.CharField(
        label=_("Topics"), max_length=200, required=False, help_text=_("With a comma between them.")
    )
    spokesperson_post = forms.TypedChoiceField(
        label=_("Who gives it"), coerce=int, required=False, empty_value=None
    )

    def __init__(
        self, *args: Any, speakers: Iterable[Speaker], rows: int, change: Change, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.rows = min(rows, MOST_KNOWN)
        self.change = change
        if change is Change.FIRST:
            del self.fields["note"]
        else:
            self.fields["note"].required = True
            self.fields["kind"].disabled = True
        offered = [(one.post, f"{one.name} · {one.title}") for one in speakers]
        _choices(self, "spokesperson_post", [("", _("Not chosen yet")), *offered])
        for row in range(self.rows):
            self.fields[f"known_{row}_text"] = forms.CharField(
                label=_("Fact"), max_length=1000, required=False
            )
            self.fields[f"known_{row}_basis"] = forms.CharField(
                label=_("What it rests on"), max_length=300, required=False
            )
            self.fields[f"known_{row}_link"] = forms.CharField(
                label=_("Link to it"), max_length=500, required=False
            )

    @property
    def known(self) -> list[tuple[forms.BoundField, forms.BoundField, forms.BoundField]]:
        """Give the rows of facts, three fields each."""
        return [
            (self[f"known_{row}_text"], self[f"known_{row}_basis"], self[f"known_{row}_link"])
            for row in range(self.rows)
        ]

    def clean(self) -> dict[str, Any]:
        """Refuse a link that leads to no web page, and a basis without its fact."""
        found = super().clean() or {}
        for row in range(self.rows):
            link = found.get(f"known_{row}_link", "")
            if link and not is_plain_link(link):
                self.add_error(f"known_{row}_link", _("This is no web address. It begins with https://"))
            if not found.get(f"known_{row}_text") and (link or found.get(f"known_{row}_basis")):
                self.add_error(f"known_{row}_text", _("Say the fact that this is the basis of."))
        return found

    def content(self, language: str) -> Content:
        """Give what was typed as content."""
        typed = self.cleaned_data
        known = [
            Known(*(typed.get(f"known_{row}_{part}", "").strip() for part in ("text", "basis", "link")))
            for row in range(self.rows)
        ]
        names = typed["topics"].replace("，", ",").replace("、", ",").split(",")
        return Content(
            kind=Kind(typed["kind"]),
            language=language,
            title=typed["title"].strip(),
            summary=typed["summary"],
            question=typed["question"],
            body=typed["body"],
            known=tuple(one for one in known if one.text),
            unknown=typed["unknown"],
            more_at=typed["more_at"],
            todo=typed["todo"],
            conference=Conference(typed["place"], typed["time"], typed["questions"]),
            topics=tuple(dict.fromkeys(name.strip()[:60] for name in names if name.strip())),
        )


def initial_of(content: Content, *, edit: int, note: str, post: int | None) -> dict[str, Any]:
    """Give the first values of a text form."""
    first: dict[str, Any] = {
        "seen_edit": edit,
        "known_rows": len(content.known) + SPARE,
        "kind": content.kind,
        "note": note,
        "title": content.title,
        "summary": content.summary,
        "question": content.question,
        "place": content.conference.place,
        "time": content.conference.time,
        "body": content.body,
        "unknown": content.unknown,
        "more_at": content.more_at,
        "todo": content.todo,
        "questions": content.conference.questions,
        "topics": ", ".join(content.topics),
        "spokesperson_post": post,
    }
    for row, known in enumerate(content.known):
        parts = {"text": known.text, "basis": known.basis, "link": known.link}
        first |= {f"known_{row}_{part}": value for part, value in parts.items()}
    return first


def rows_posted(posted: QueryDict) -> int:
    """Say how many rows of facts a posted form has."""
    count = posted.get("known_rows", "")
    return min(int(count), MOST_KNOWN) if count.isdecimal() else SPARE


class ChangeForm(forms.Form):
    """What follows on a published answer, and its public reason."""

    change = forms.ChoiceField(label=_("What follows"))
    reason = forms.CharField(
        label=_("What is changed, and why"),
        max_length=2000,
        help_text=_("In public words: it stands beside the text."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, changes: Sequence[tuple[Change, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "change", changes)


class WordForm(forms.Form):
    """A word for the body's own list."""

    word = forms.CharField(label=_("Word"), max_length=60, min_length=2)
    why = forms.CharField(
        label=pgettext_lazy("word", "Why"),
        max_length=200,
        required=False,
        help_text=_("Shown to whoever writes it."),
    )


class FilterForm(forms.Form):
    """What is shown of the list."""

    words = forms.CharField(label=pgettext_lazy("answer", "Words"), required=False, max_length=200)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("all kinds")), *KIND_NAMES.items()]
    )
    language = forms.ChoiceField(
        label=_("Language"), required=False, choices=[("", _("all languages")), *LANGUAGES.items()]
    )

    def selects(self) -> list[forms.BoundField]:
        """Give the fields that choose."""
        return [self["kind"], self["language"]]
