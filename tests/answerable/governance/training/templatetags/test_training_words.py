"""Words of the training pages."""

from decimal import Decimal
from types import SimpleNamespace

from answerable.governance.training.rules.lacking import Why
from answerable.governance.training.rules.states import Signed, State
from answerable.governance.training.templatetags import training_words as tags


def test_every_state_of_a_session_is_shown_with_a_word_and_an_icon():
    for state in State:
        shown = tags.session_state(state.value)
        assert str(shown["word"])
        assert shown["icon"]


def test_a_certificate_is_valid_ending_or_over():
    tones = [
        tags.certificate_state(SimpleNamespace(is_valid=valid, is_ending=ending))["tone"]
        for valid, ending in ((True, False), (True, True), (False, False))
    ]
    assert tones == ["ok", "soon", "late"]


def test_what_is_lacking_is_a_course_by_name_or_hours():
    course = SimpleNamespace(lacking=None, requirement="Speaking to the press", why=Why.NEVER)
    assert tags.requirement(course) == "Speaking to the press"
    assert "1.5" in tags.requirement(SimpleNamespace(lacking=Decimal("1.50"), requirement="", why=Why.HOURS))
    assert tags.short_state(course)["tone"] == "late"
    assert tags.short_state(SimpleNamespace(why=Why.SOON))["tone"] == "soon"


def test_hours_are_written_without_a_needless_nought():
    assert [tags.plain(Decimal(text)) for text in ("2.0", "1.50", "10", "0.5")] == ["2", "1.5", "10", "0.5"]


def test_who_signed_is_said_and_kinds_that_are_gone_are_left_out():
    assert len({str(tags.signed_words(signed.value)) for signed in Signed}) == len(Signed)
    assert tags.kind_names(["spokesperson", "alchemist"]).count("·") == 0
