"""Moving items between stories."""

import pytest

from answerable.listening.stories.actions.moving import move_items
from tests.answerable.listening.stories.makers import BRIDGE, WATER, make_story

pytestmark = pytest.mark.django_db


def test_all_items_move_or_those_that_lie_there():
    water, bridge = make_story(WATER), make_story(BRIDGE)
    some = sorted(water.placements.values_list("pk", flat=True))[:1]
    foreign = list(bridge.placements.values_list("pk", flat=True))
    assert move_items(water, bridge, [*some, *foreign, 987_654]) == some
    assert bridge.placements.count() == 3
    assert len(move_items(bridge, water, None)) == 3
    assert water.placements.count() == 5
