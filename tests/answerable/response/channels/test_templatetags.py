"""Words and marks in templates."""

from datetime import date

import pytest
from django.utils import translation

from answerable.response.channels.rules.platforms import PLATFORMS
from answerable.response.channels.rules.states import (
    ChangeState,
    ChannelState,
    OutState,
    PieceKind,
    PieceState,
)
from answerable.response.channels.templatetags import channels_words as tags


@pytest.mark.parametrize(
    ("mark", "states"),
    [
        (tags.channel_state, ChannelState),
        (tags.piece_state, PieceState),
        (tags.change_state, ChangeState),
        (tags.out_state, OutState),
    ],
)
def test_every_state_is_shown_with_a_word(mark, states):
    for state in states:
        assert str(mark(state.value)["word"])


def test_platforms_and_kinds_are_named():
    assert all(tags.platform_name(key) for key in PLATFORMS)
    assert len({tags.piece_kind(kind.value) for kind in PieceKind}) == len(PieceKind)


@pytest.mark.parametrize(
    ("language", "short", "long"),
    [("en", "24 Nov", "Tue 24 Nov"), ("zh-hans", "11月24日", "11月24日 星期二")],
)
def test_a_day_is_written_as_people_here_write_it(language, short, long):
    with translation.override(language):
        assert (tags.day_short(date(2026, 11, 24)), tags.day_of_week(date(2026, 11, 24))) == (short, long)


def test_only_what_was_withdrawn_is_shown_as_late():
    assert tags.out_state("out", "withdrawn")["tone"] == "late"
    assert tags.out_state("out", "corrected")["tone"] == "idle"
