"""Words and marks of releases in templates."""

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation


def shown(text: str, **context: object) -> str:
    """Render a piece of template."""
    return Template("{% load foresight_words %}" + text).render(Context(context)).strip()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{% release_state 'over' %}", "to be looked back on"),
        ("{% standing_mark 'agreed' %}", "assessment agreed"),
        ("{% risk_mark 'high' %}", "risk: high"),
        ("{% risk_mark '' %}", "not assessed yet"),
        ("{% heard_mark 'unforeseen' %}", "not foreseen"),
        ("{% adoption_mark 'partly' %}", "adopted in part"),
        ("{{ 'price'|kind_name }}", "change of a price"),
        ("{{ 'low'|risk_name }}", "low"),
        ("{{ 3|likelihood_name }}", "likely"),
        ("{{ 3|effect_name }}", "grave"),
        ("{{ 'views'|lack_name }}", "two people"),
        ("{{ 'consulting'|held_name }}", "still being asked"),
        ("{{ 'hearing'|way_name }}", "hearing"),
        ("{{ 'answer'|evidence_name }}", "left open by our answer"),
        ("{{ 'going'|section_name }}", "channels and watch"),
    ],
)
def test_each_key_is_shown_in_words(text: str, words: str) -> None:
    assert words in shown(text)
    with translation.override("zh-hans"):
        assert words not in shown(text)


def test_choices_are_a_group_with_a_legend() -> None:
    class Form(forms.Form):
        level = forms.ChoiceField(label="Level", choices=[("low", "Low")], widget=forms.RadioSelect)

    page = shown("{% choices form.level %}", form=Form())
    assert "<legend" in page
    assert 'value="low"' in page
