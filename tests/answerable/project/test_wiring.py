"""News is wired to reactions once."""

from collections import Counter

from answerable.kernel import events
from answerable.project import wiring


def test_no_reaction_is_wired_twice():
    assert max(Counter(wiring.WIRING).values()) == 1


def test_connecting_again_changes_nothing():
    wiring.connect()
    wiring.connect()
    for event_type, reaction in wiring.WIRING:
        assert events._reactions[event_type].count(reaction) == 1
