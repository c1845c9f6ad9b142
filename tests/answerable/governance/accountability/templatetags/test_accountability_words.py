"""Pages show states with a word and a sign, never by colour alone."""

from django.utils import translation

from answerable.governance.accountability.queries.page import ExcuseRow
from answerable.governance.accountability.rules.figures import Line
from answerable.governance.accountability.rules.states import State
from answerable.governance.accountability.templatetags import accountability_words as tags


def excuse(verdict):
    return ExcuseRow(1, "post_empty", True, {"days": 2, "of": 9}, (), False, verdict, "", "", None)


def test_every_state_has_a_word_and_an_icon():
    for state in State:
        shown = tags.file_state(state)
        assert shown["word"]
        assert shown["icon"]


def test_every_verdict_has_a_word_and_an_icon():
    icons = {tags.excuse_state(excuse(verdict))["icon"] for verdict in ("", "holds", "holds_not")}
    assert len(icons) == 3


def test_figures_and_acts_are_written_in_words():
    with translation.override("en"):
        assert tags.by_how_much(excuse("")) == "2 of 9 days"
        assert tags.cause_name(Line("not_shown", 7)) == "A breach was not shown"
        assert tags.measure_line(Line("1", 7)) == "reminder"
        assert tags.act_words("accountability.vote") == "voted"
        assert tags.act_words("clocks.start") == "clocks.start"
