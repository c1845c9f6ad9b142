"""Words and marks in templates: a state is never colour alone."""

from datetime import timedelta

import pytest
from django.forms import CheckboxSelectMultiple, Form, MultipleChoiceField
from django.template import Context, Template

from answerable.listening.stories.rules.spans import Bar
from answerable.response.cases.queries.loudness import Loudness
from answerable.response.cases.rules.findings import Finding
from answerable.response.cases.rules.levels import Level
from answerable.response.cases.rules.states import PaperState, ReviewState, State
from answerable.response.cases.templatetags import cases_words
from answerable.web.templatetags.components import TONES
from tests.answerable.office.people.makers import NOON


def rendered(text: str, **values: object) -> str:
    """Render a piece of template with the room's tags."""
    return Template("{% load cases_words %}" + text).render(Context(values))


@pytest.mark.parametrize(
    ("tag", "states"),
    [
        ("level_mark", Level),
        ("case_state", State),
        ("paper_state", PaperState),
        ("review_state", ReviewState),
        ("finding_mark", Finding),
    ],
)
def test_every_state_has_a_word_an_icon_and_a_tone(tag: str, states) -> None:
    for state in states:
        shown = rendered(f"{{% {tag} state %}}", state=state)
        assert "<svg" in shown
        assert any(f"an-state-{tone}" in shown for tone in TONES)
        assert shown.split("</svg>")[-1].strip("</span> \n")


def test_a_case_nobody_has_assessed_says_so() -> None:
    assert "not assessed yet" in rendered('{% level_mark "" %}{{ ""|level_name }}')


def test_words_of_filters_are_looked_up() -> None:
    shown = rendered(
        '{{ 3|mark_name }}, {{ "answer"|need_name }}, {{ "close"|case_move }}, {{ "first"|paper_name }}, '
        '{{ "link"|evidence_name }}, {{ "seen"|happened }}, {{ "conference"|answer_name }}, {{ "x"|answer_name }}'
    )
    assert shown == (
        "very much, to be answered, Close, First written report, page, The concern was seen, press conference, x"
    )


def test_the_answer_is_marked_in_the_bar_it_fell_into() -> None:
    bars = tuple(Bar(NOON + timedelta(hours=hour), hour, 0.0, 1.0) for hour in range(3))
    told = Loudness(bars, 1, None, 0, NOON + timedelta(minutes=90))
    figures = cases_words.loud_figures(told)
    assert figures["marks"] == [{"at": figures["times"][1], "name": "Answer"}]
    assert figures["series"][0]["values"] == [0, 1, 2]
    assert cases_words.loud_figures(Loudness(bars, 24, None, 0, None))["marks"] == []


def test_choices_are_a_group_with_a_legend() -> None:
    class Picked(Form):
        """A form with boxes to tick."""

        parts = MultipleChoiceField(choices=[("1", "A story")], widget=CheckboxSelectMultiple, required=False)

    shown = rendered("{% choices form.parts %}", form=Picked())
    assert "<legend" in shown
    assert 'type="checkbox"' in shown
    assert "optional" in shown
