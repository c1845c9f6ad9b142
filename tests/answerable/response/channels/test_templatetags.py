"""Words and marks in templates."""

import pytest

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
