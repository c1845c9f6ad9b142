from datetime import timedelta

import pytest
from django.template import Context, Template

from answerable.listening.sources.rules.outcomes import Outcome
from answerable.listening.sources.rules.states import State
from answerable.listening.sources.templatetags import sources_words


def drawn(text, **context):
    return Template("{% load sources_words %}" + text).render(Context(context))


@pytest.mark.parametrize("state", State)
def test_a_state_is_told_by_icon_and_word(state):
    mark = drawn("{% source_state state %}", state=str(state))
    assert "<svg" in mark
    assert sources_words.state_word(state) in mark


@pytest.mark.parametrize("outcome", Outcome)
def test_an_outcome_is_told_by_icon_and_word(outcome):
    assert sources_words.outcome_word(outcome) in drawn("{% poll_outcome outcome %}", outcome=str(outcome))


def test_a_day_without_polls_has_no_word_and_no_tone():
    assert (sources_words.outcome_word(""), sources_words.outcome_tone("")) == ("", "none")


def test_reasons_kinds_spans_and_acts_are_said_in_words():
    assert (
        drawn("{% reason 'unreachable' details %}", details={"host": "a.example"})
        == "a.example does not answer."
    )
    assert sources_words.kind_name("feed") == "Feed (RSS, Atom)"
    assert sources_words.kind_name("of old") == "of old"
    assert (sources_words.language_name("zh-Hans"), sources_words.language_name("tlh")) == (
        "Chinese, simplified",
        "tlh",
    )
    assert sources_words.span(timedelta(hours=36)) == "1 d 12 h"
    assert sources_words.act_word("sources.pause") == "paused"
    assert sources_words.act_word("sources.unheard_of") == "sources.unheard_of"


def test_a_ticked_box_says_so():
    assert sources_words.is_ticked({"0.1"}, 0, 1) == "checked"
    assert sources_words.is_ticked({"0.1"}, 1, 0) == ""
