"""What the bureau of the made-up town teaches."""

import pytest

from answerable.governance.training.models import Certificate, Exercise, Session
from answerable.governance.training.queries import short_of
from answerable.governance.training.rules.lacking import Why
from answerable.kernel import clock
from answerable.office.people import queries as people
from demo import training
from demo.opening import open_house
from demo.town import CAST


@pytest.mark.slow
@pytest.mark.django_db
def test_sessions_were_held_one_certificate_ends_soon_and_one_post_lacks_its_course():
    at = clock.now()
    open_house(at)
    accounts = {citizen.login: people.account_named(citizen.login) for citizen in CAST}
    training.load({name: people.actor_for(one, at=at) for name, one in accounts.items() if one}, at=at)
    assert sorted(Session.objects.values_list("state", flat=True)) == ["held"] * 3 + ["planned"] * 2
    assert Exercise.objects.get().feedback
    assert Certificate.objects.count() == 5
    whys = {(row.person_name.split()[0], row.why) for row in short_of(None, at=at)}
    assert {("Emil", Why.SOON), ("Dana", Why.NEVER)} <= whys
