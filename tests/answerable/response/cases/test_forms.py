"""Forms keep what was typed and ask where something is missing."""

import pytest
from django.http import QueryDict

from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.response.cases.forms.assessing import OpinionForm, ProposalForm
from answerable.response.cases.forms.deeds import AssignForm, HandingForm, OpeningForm, SplitForm, TaskForm
from answerable.response.cases.forms.facts import FactForm
from answerable.response.cases.forms.filtering import FilterForm
from answerable.response.cases.forms.papers import PaperForm
from answerable.response.cases.forms.reviewing import ActionForm, LessonsForm
from answerable.response.cases.forms.screening import WordsForm
from answerable.response.cases.queries.board import Wish
from answerable.response.cases.rules.free_text import PointsAtPerson
from answerable.response.cases.rules.levels import Factor
from answerable.response.cases.rules.papers import PaperKind

UNITS = [(1, "Supply"), (2, "Repair")]


def refusing(error: Exception):
    """An act that is refused."""

    def act() -> None:
        raise error

    return act


def words_form(**typed: str) -> WordsForm:
    """A form with one text, sent."""
    form = WordsForm({"words": "Brown.", **typed}, label="Why")
    assert form.is_valid()
    return form


def test_the_question_about_persons_appears_only_once_something_was_found() -> None:
    form = words_form()
    assert not form.asks_personal
    assert not form.attempt(refusing(PointsAtPerson({"mobile": 1})))
    assert form.asks_personal
    assert "personal" in form.errors
    assert [bound.name for bound in form.plain_fields] == ["words"]


def test_an_answered_question_stays_answered_when_the_form_comes_back() -> None:
    form = words_form(personal="mask")
    assert form.said_personal() == "mask"
    assert form.asks_personal


def test_an_anticipated_refusal_is_shown_and_a_missing_right_is_not_hidden() -> None:
    form = words_form()
    assert not form.attempt(refusing(Anticipated("It has ended.", "Look again.")))
    assert form.non_field_errors() == ["It has ended. Look again."]
    with pytest.raises(NotAllowed):
        words_form().attempt(refusing(NotAllowed("No.")))
    assert words_form().attempt(lambda: None)


def test_an_opening_carries_what_was_chosen_elsewhere() -> None:
    form = OpeningForm({"title": "Water", "seen_at": "2026-03-02T12:00", "unit": "2"}, units=UNITS)
    assert form.is_valid()
    said = form.opening(stories=[1], signals=[2], letters=[3])
    assert (said.unit, said.stories, said.signals, said.letters) == (2, (1,), (2,), (3,))


def test_a_first_lead_needs_no_reason_and_a_later_one_does() -> None:
    assert AssignForm({"unit": "1"}, units=UNITS, is_first=True).is_valid()
    later = AssignForm({"unit": "1"}, units=UNITS, is_first=False)
    assert not later.is_valid()
    assert "reason" in later.errors


def test_a_handover_and_a_task_give_what_was_said() -> None:
    handing = HandingForm({"to": "County", "reason": "Theirs."})
    assert handing.is_valid()
    assert handing.handing().to == "County"
    task = TaskForm({"unit": "2", "words": "Flush.", "due_at": "2026-03-02T12:00"}, units=UNITS)
    assert task.is_valid()
    assert (task.draft().unit, task.draft().words) == (2, "Flush.")


def test_a_split_offers_only_what_there_is() -> None:
    parts = {"stories": [(5, "A story")], "signals": [], "letters": [], "facts": []}
    form = SplitForm({"title": "A part", "stories": ["5"]}, parts=parts)
    assert form.is_valid()
    assert set(form.fields) == {"title", "matter", "stories", "personal"}
    assert form.splitting().stories == (5,)


def test_an_opinion_has_a_mark_for_every_factor() -> None:
    typed = {**{factor.value: "1" for factor in Factor}, "reasons": "So."}
    form = OpinionForm(typed)
    assert form.is_valid()
    assert form.draft().marks == {factor.value: 1 for factor in Factor}
    assert len(form.factors) == len(Factor)
    assert not OpinionForm({**typed, "harm": "4"}).is_valid()
    assert ProposalForm({"level": "grave", "reasons": "So."}).is_valid()


def test_a_finding_rests_on_stories_pages_and_documents() -> None:
    typed = QueryDict(mutable=True)
    typed.update(
        {"claim": "A", "finding": "not_so", "words": "B", "piece_1": "Report", "link_2": "water.example/x"}
    )
    typed.setlist("stories", ["5"])
    form = FactForm(typed, stories=[(5, "A story")])
    assert form.is_valid(), form.errors
    kinds = [(piece.kind, piece.link, piece.story) for piece in form.draft().evidence]
    assert kinds == [("story", "", 5), ("document", "", None), ("link", "https://water.example/x", None)]


def test_a_finding_without_what_it_needs_is_an_error_beside_its_field() -> None:
    said = {"claim": "A", "words": "B"}
    assert "piece_1" in FactForm({**said, "finding": "not_so"}, stories=[]).errors
    assert "known_by" in FactForm({**said, "finding": "unknown"}, stories=[]).errors


def test_only_a_verbal_report_asks_who_told_it() -> None:
    typed = {"to": "County", "title": "A", "text": "B"}
    assert PaperForm(typed, kind=PaperKind.FIRST).is_valid()
    assert set(PaperForm(typed, kind=PaperKind.VERBAL).errors) == {"told_by", "told_at"}


def test_lessons_take_an_action_with_owner_and_day_or_none() -> None:
    typed = {"helped": "A", "hindered": "B"}
    none = LessonsForm(typed, posts=UNITS)
    assert none.is_valid()
    assert none.lessons().actions == ()
    half = LessonsForm({**typed, "action": "C"}, posts=UNITS)
    assert set(half.errors) == {"post", "due_at"}
    action = ActionForm({"words": "C", "post": "2", "due_at": "2026-03-02T12:00"}, posts=UNITS)
    assert action.is_valid()
    assert action.draft().post == 2


def test_a_filter_that_makes_no_sense_is_left_out() -> None:
    odd = FilterForm({"tab": "sideways", "page": "x", "level": "huge", "unit": "99"}, units=UNITS)
    assert odd.wish() == Wish()
    said = FilterForm(
        {"tab": "open", "page": "3", "level": "none", "unit": "2", "words": "iron"}, units=UNITS
    )
    assert said.wish() == Wish(tab="open", words="iron", level="none", unit=2, page=3)
    assert [bound.name for bound in said.selects] == ["level", "unit"]
