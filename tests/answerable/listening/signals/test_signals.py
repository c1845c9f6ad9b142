"""Words and forms of the room."""

import pytest
from django.utils import translation

from answerable.listening.signals.api import SignalOut, router
from answerable.listening.signals.forms import StoriesSwitchForm, WatchForm, said_before
from answerable.listening.signals.models import Watch
from answerable.listening.signals.rules.telling import Rhythm
from answerable.listening.signals.words import days_of_one_false, once_in, rounded, subject_of, told_of


class Figures:
    """What a signal saw."""

    title, hours, seen, expected, once_in_days = "Water", 6, 14, 2.13, 400.0


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0.01, "once in 1 hour"),
        (1.5, "once in 36 hours"),
        (20, "once in 20 days"),
        (400.4, "once in 400 days"),
        (5000, "once in 14 years"),
        (3.65e9, "less than once in a hundred years"),
    ],
)
def test_odds_are_told_in_the_unit_people_think_in(days, words):
    with translation.override("en"):
        assert once_in(days) == words


def test_a_signal_is_told_in_both_languages():
    with translation.override("en"):
        assert told_of(Figures()) == "saw 14 publications in 6 h, expected 2.1; by chance once in 400 days."
        assert subject_of([Figures()]) == "Growing: Water"
        assert subject_of([Figures(), Figures()]) == "2 things grow"
    with translation.override("zh-hans"):
        assert told_of(Figures()) == "6小时内14家次媒体报道，预期2.1；纯属偶然的可能：400天一次。"


def test_numbers_are_rounded_as_people_read_them():
    with translation.override("en"):
        assert (rounded(0.05), rounded(2.19), rounded(1234.5)) == ("under 0.1", "2.2", "1,234")
        assert days_of_one_false(0.5) == "one in 200 days"


def test_a_watch_comes_back_into_its_form_as_it_was_said():
    watch = Watch(name="Water", words="water", languages=["en"], switch=0.5, at_least=3, rhythm="digest")
    said = {name: value for name, value in said_before(watch).items() if value is not None}
    form = WatchForm(said, units=[])
    assert form.is_valid(), form.errors
    draft = form.draft()
    assert (draft.name, draft.words, draft.languages, draft.switch, draft.rhythm) == (
        "Water",
        "water",
        ("en",),
        0.5,
        Rhythm.DIGEST,
    )


def test_a_unit_is_offered_only_to_who_may_share():
    assert "unit" not in WatchForm(units=[]).fields
    assert "unit" in WatchForm(units=[(1, "Office")]).fields


def test_the_switch_of_the_stories_offers_what_is_set_now():
    form = StoriesSwitchForm(now=(12.0, 7))
    assert "12" in dict(form.fields["days"].choices)
    assert 7 in dict(form.fields["at_least"].choices)


def test_the_interface_offers_reading_alone_and_no_person():
    offered = [operation for path in router.path_operations.values() for operation in path.operations]
    assert {method for operation in offered for method in operation.methods} == {"GET"}
    assert not {"settled_by", "note", "owner"} & set(SignalOut.model_fields)
