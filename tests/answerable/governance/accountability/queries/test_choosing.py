"""Only people who could take a part are offered."""

import pytest

from answerable.governance.accountability.queries.choosing import people_for
from answerable.governance.accountability.rules.seats import Role
from answerable.kernel.errors import NotAllowed
from tests.answerable.governance.accountability.makers import LATER, Hall, with_facts

pytestmark = pytest.mark.django_db


def test_neither_the_one_concerned_nor_superiors_nor_finders_are_offered_for_the_panel():
    hall = Hall()
    file = with_facts(hall)
    names = {name for _person, name in people_for(hall.act("olga"), file.pk, Role.PANEL, at=LATER)}
    assert {"Emil", "Qian", "Zhou"} <= names
    assert not {"Chen", "Ada", "Dana", "Lin", "Olga"} & names


def test_only_who_keeps_the_file_is_offered_anybody():
    hall = Hall()
    file = with_facts(hall)
    with pytest.raises(NotAllowed):
        people_for(hall.act("boris"), file.pk, Role.PANEL, at=LATER)
