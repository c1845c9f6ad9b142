"""What is typed, and what a form makes of it."""

from datetime import date

import pytest

from answerable.reports.forms import FilterForm, HeadForm, MakeForm, PassageForm, TimeForm, WordsForm
from answerable.reports.kinds import KINDS

TYPED = {"begin": "2026-01-01", "end": "2026-03-31", "language": "en", "unit": "3", "subject": ""}


def make_form(posts=(), **changes):
    return MakeForm({**TYPED, **changes}, units=[(3, "Bureau")], posts=list(posts))


def test_a_paper_is_asked_for_with_its_days_unit_and_language():
    form = make_form()
    assert form.is_valid()
    asked = form.asked("quarter")
    assert (asked.kind, asked.begin, asked.end, asked.unit) == (
        "quarter",
        date(2026, 1, 1),
        date(2026, 3, 31),
        3,
    )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"end": "2025-12-31"}, "end"),
        ({"begin": "soon"}, "begin"),
        ({"unit": "4"}, "unit"),
        ({"language": "xx"}, "language"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(changes, field):
    form = make_form(**changes)
    assert not form.is_valid()
    assert list(form.errors) == [field]


def test_a_paper_of_a_post_asks_for_the_post_and_takes_no_other_subject():
    posts = [("post:5", "Contact")]
    assert make_form(posts, subject="post:5").is_valid()
    assert "subject" in make_form(posts, subject="case:1").errors


def test_the_filter_knows_every_kind_and_lets_odd_ones_fall_away():
    form = FilterForm({"kind": "novel", "page": "-3", "words": "x"})
    assert not form.is_valid()
    assert form.cleaned_data == {"tab": "", "words": "x"}
    assert {key for key, _name in form.fields["kind"].choices} == {"", *KINDS}


def test_a_head_needs_a_title_and_keeps_the_rest_as_typed():
    form = HeadForm({"title": "Report", "addressee": "District", "official": "on"}, layouts=[])
    assert form.is_valid()
    assert (form.head().title, form.head().addressee, form.head().official) == ("Report", "District", True)
    assert "title" in HeadForm({"title": " "}, layouts=[]).errors


def test_the_words_of_a_passage_are_kept_with_their_lines():
    form = PassageForm({"words": " one\n\ntwo ", "edition": "4"})
    assert form.is_valid()
    assert form.cleaned_data == {"words": " one\n\ntwo ", "edition": 4}


@pytest.mark.parametrize(("typed", "minute"), [("07:30", 450), ("00:00", 0), ("", None)])
def test_a_time_is_a_minute_of_the_day(typed, minute):
    form = TimeForm({"time": typed})
    assert form.is_valid()
    assert form.minute() == minute


def test_a_line_is_needed():
    assert "words" in WordsForm({"words": " "}, label="Why").errors
    assert WordsForm({"words": "x"}, label="Why").is_valid()
