"""Words and bars."""

from answerable.governance.questionnaires.rules.results import Cell, QuestionResult
from answerable.governance.questionnaires.templatetags import questionnaires_words as words


def test_a_count_that_is_held_back_says_so():
    assert words.shown_count(None) == "held back"
    assert words.shown_count(7) == "7"
    assert words.shown_share(None) == "–"
    assert words.shown_share(0.584) == "58%"
    assert words.fewer(None) == "fewer than 5"


def test_a_bar_is_as_long_as_its_share_and_one_held_back_is_not_drawn():
    cells = (Cell("yes", 7, 0.5, 0.25, 0.75), Cell("no", None, None, None, None))
    drawn = words.bars(cells, 12, "Clear?")["drawn"]
    assert drawn[0][0].width == 100
    assert drawn[1][0] is None


def test_a_mean_is_said_with_its_interval():
    one = QuestionResult(0, "scale", "How?", (), 40, mean=(3.3, 2.9, 3.7))
    assert words.mean_words(one) == "mean 3.30 (95 % between 2.90 and 3.70)"


def test_states_and_kinds_have_their_words():
    assert str(words.questionnaire_state("open")["word"]) == "open"
    assert str(words.sort_name("scale")) == "a scale"
    assert words.of_question({1: ("a",)}, 1) == ("a",)
