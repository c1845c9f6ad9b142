"""Marks and words of inspections, as pages show them."""

from decimal import Decimal

import pytest
from django.utils import translation

from answerable.governance.inspections import words
from answerable.governance.inspections.methods import METHODS
from answerable.governance.inspections.rules.states import Found, Lots, Stage, Trip
from answerable.governance.inspections.templatetags import inspections_words as tags
from answerable.web.templatetags.components import TONES


@pytest.mark.parametrize(
    ("mark", "states"),
    [(tags.stage_mark, Stage), (tags.lot_mark, Lots), (tags.trip_mark, Trip), (tags.found_mark, Found)],
)
def test_every_state_has_a_word_a_tone_and_its_icon(mark, states):
    for state in states:
        shown = mark(state.value)
        assert str(shown["word"])
        assert shown["icon"] == TONES[shown["tone"]]


def test_a_veto_is_late_a_major_finding_soon_and_a_minor_one_neither():
    tones = [tags.grade_mark(grade)["tone"] for grade in ("veto", "major", "minor")]
    assert tones == ["late", "soon", "idle"]


def test_a_share_is_written_in_tenths_and_nothing_possible_is_a_dash():
    with translation.override("en"):
        assert tags.share_of(Decimal(7), Decimal(8)) == "87.5 %"
    assert tags.share_of(Decimal(7), Decimal(0)) == "–"
    assert tags.share_of(None, Decimal(8)) == "–"


def test_every_method_and_each_of_its_verdicts_has_a_name():
    for key, method in METHODS.items():
        assert tags.method_name(key)
        assert all(tags.verdict_name(verdict.key, key) for verdict in method.verdicts)
        assert tags.verdict_name("none of them", key) == ""


def test_what_is_not_known_keeps_its_own_name():
    assert tags.population_name("moon") == "moon"
    assert tags.list_name("channels of the year") == "channels of the year"
    assert tags.act_words("inspections.unheard") == "inspections.unheard"
    assert all(str(said) for said in words.ACTS.values())


def test_a_member_is_named_by_the_list_that_was_fixed():
    announced = {"lists": [{"members": [{"id": "unit:2", "name": "Supply"}]}], "inspectors": None}
    assert tags.member_name("unit:2", announced) == "Supply"
    assert tags.member_name("unit:9", announced) == "unit:9"
