"""An actor may what its posts allow, in the units that they reach."""

import pytest

from answerable.kernel.actor import MACHINE, NOBODY, Actor
from answerable.kernel.errors import NotAllowed

ADA = Actor(kind="person", name="Ada", units=frozenset({3, 4}), abilities=frozenset({"sources.keep"}))


def test_an_ability_in_reach_is_allowed():
    ADA.need("sources.keep", unit=4)


@pytest.mark.parametrize(("ability", "unit"), [("people.keep", None), ("sources.keep", 5)])
def test_an_ability_not_held_or_out_of_reach_is_refused_with_a_next_step(ability, unit):
    with pytest.raises(NotAllowed) as refusal:
        ADA.need(ability, unit=unit)
    assert refusal.value.status == 403
    assert str(refusal.value.next_step)


def test_the_machine_may_all_and_nobody_may_nothing():
    MACHINE.need("anything.at_all", unit=99)
    assert not NOBODY.may("listen.read")
