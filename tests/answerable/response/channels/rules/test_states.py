"""States of channels and pieces: what leads where, and what never does."""

from hypothesis import given
from hypothesis import strategies as st

from answerable.response.channels.rules.states import (
    CHANNEL_MOVES,
    CHANNEL_STATE_NAMES,
    EVER_OUT,
    GATES,
    PIECE_MOVES,
    PIECE_STATE_NAMES,
    ChannelMove,
    ChannelState,
    PieceKind,
    PieceMove,
    PieceState,
)


def test_every_state_has_its_word():
    assert set(CHANNEL_STATE_NAMES) == set(ChannelState)
    assert set(PIECE_STATE_NAMES) == set(PieceState)


def test_a_policy_has_a_gate_of_its_own():
    assert GATES[PieceKind.POLICY] == "g-policy"
    assert {GATES[kind] for kind in PieceKind if kind is not PieceKind.POLICY} == {"g-publish"}


@given(st.lists(st.sampled_from(list(PieceMove)), max_size=30))
def test_no_way_leads_out_but_over_the_gate(moves):
    state, cleared = PieceState.DRAFT, False
    for move in moves:
        if (state, move) not in PIECE_MOVES.table:
            continue
        state = PIECE_MOVES.after(state, move)
        if move in (PieceMove.EDIT, PieceMove.TAKE_BACK, PieceMove.SEND_BACK):
            cleared = False
        if move is PieceMove.CLEAR:
            cleared = True
        if state in EVER_OUT or state is PieceState.SCHEDULED:
            assert cleared


@given(st.lists(st.sampled_from(list(ChannelMove)), max_size=20))
def test_a_channel_is_in_use_only_after_approval_and_filing(moves):
    state, done = ChannelState.APPLIED, []
    for move in moves:
        if (state, move) in CHANNEL_MOVES.table:
            state = CHANNEL_MOVES.after(state, move)
            done.append(move)
    if state in (ChannelState.LIVE, ChannelState.DORMANT, ChannelState.CLOSING, ChannelState.CLOSED):
        assert done[:3] == [ChannelMove.APPROVE, ChannelMove.FILE, ChannelMove.GO_LIVE]
