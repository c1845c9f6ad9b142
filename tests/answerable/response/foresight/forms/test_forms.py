"""Forms of the room: nothing typed is lost, and what points at a person is asked about."""

import pytest

from answerable.kernel.errors import Anticipated, NotFound
from answerable.response.cases.rules.free_text import screened
from answerable.response.foresight.forms.entering import EntryForm, GoingForm
from answerable.response.foresight.forms.releasing import AskingForm, VerdictForm
from answerable.response.foresight.forms.screening import WordsForm
from answerable.response.foresight.forms.writing import QuestionForm, RiskForm

ENTRY = {
    "title": "Price",
    "kind": "price",
    "summary": "It rises.",
    "language": "en",
    "planned_at": "2026-05-01T09:00",
    "unit": "3",
}


def entry(**changes: str) -> EntryForm:
    """The form of an entry as it was typed."""
    return EntryForm({**ENTRY, **changes}, units=[(3, "Supply")])


def test_an_entry_says_what_was_typed() -> None:
    form = entry(part_1="One", part_1_at="2026-05-01T09:00", part_2="Two", part_2_at="2026-05-09T09:00")
    assert form.is_valid()
    assert [title for title, _at in form.entry().parts] == ["One", "Two"]
    assert (form.entry().unit, form.entry().kind) == (3, "price")


def test_a_part_has_a_name_and_a_time() -> None:
    for half in ({"part_1": "One"}, {"part_2_at": "2026-05-09T09:00"}):
        form = entry(**half)
        assert not form.is_valid()
        assert form.has_parts


def test_the_fields_of_parts_stand_apart() -> None:
    form = entry()
    assert not [one.name for one in form.plain_fields if one.name.startswith("part")]
    assert len(form.part_fields) == 8


def test_terms_are_one_a_line_and_channels_may_be_none() -> None:
    said = {"spokesperson_post": "1", "terms": "water price\ntariff", "watch_days": "7"}
    form = GoingForm(said, posts=[(1, "Spokesperson")], channels=[])
    assert form.is_valid()
    assert (form.going().terms, form.going().channels) == (("water price", "tariff"), ())
    with_channels = GoingForm({**said, "channels": ["4"]}, posts=[(1, "S")], channels=[(4, "Site")])
    assert with_channels.is_valid()
    assert with_channels.going().channels == (4,)


def test_what_points_at_a_person_is_asked_about_and_the_text_stays() -> None:
    form = WordsForm({"words": "Call 13912345678"}, label="Why")
    assert form.is_valid()
    assert not form.attempt(lambda: screened(form.cleaned_data["words"], form.personal_said))
    assert form.asks_personal
    assert form["words"].value() == "Call 13912345678"
    again = WordsForm({"words": "Call 13912345678", "personal": "mask"}, label="Why")
    assert again.is_valid()
    assert again.attempt(lambda: screened(again.cleaned_data["words"], again.personal_said))


def test_a_refusal_stands_in_the_form_and_a_missing_page_does_not() -> None:
    def refuse() -> None:
        raise Anticipated("Not so.", "Do this.")

    def miss() -> None:
        raise NotFound("Gone.")

    form = WordsForm({"words": "So"}, label="Why")
    assert form.is_valid()
    assert not form.attempt(refuse)
    assert form.non_field_errors() == ["Not so. Do this."]
    with pytest.raises(NotFound):
        form.attempt(miss)


def test_marks_are_chosen_and_not_typed() -> None:
    said = {"text": "Misread", "likelihood": "4", "effect": "1", "measure": ""}
    assert not RiskForm(said).is_valid()
    assert RiskForm({**said, "likelihood": "3"}).is_valid()


def test_a_lesson_that_was_not_offered_is_not_taken_over() -> None:
    said = {"question": "Why?", "text": "", "basis": "", "learnt_from": "9"}
    assert not QuestionForm(said).is_valid()
    taken = QuestionForm(said, lessons=[(9, "Why?")])
    assert taken.is_valid()
    assert taken.draft().learnt_from == 9


def test_a_hearing_and_a_verdict_are_read() -> None:
    asking = AskingForm({"way": "hearing", "notice_on": "2026-03-02", "ends_on": "2026-04-02"})
    assert asking.is_valid()
    assert asking.asking().material_on is None
    verdict = VerdictForm({"verdict": "foreseen", "question": "2", "lesson": ""}, questions=[(2, "Why?")])
    assert verdict.is_valid()
    assert verdict.verdict_said().question == 2
