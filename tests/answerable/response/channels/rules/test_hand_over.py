"""The steps of a hand-over."""

from answerable.response.channels.rules.hand_over import STEP_NAMES, STEPS, has_changed, unticked


def test_a_new_holder_changes_hands_and_an_empty_post_does_not():
    assert has_changed(1, 2)
    assert has_changed(None, 2)
    assert not has_changed(2, 2)
    assert not has_changed(2, None)


def test_every_step_is_to_be_ticked():
    assert unticked([]) == STEPS
    assert unticked(STEPS) == ()
    assert "password" in STEPS
    assert all(str(name) for name in STEP_NAMES.values())
