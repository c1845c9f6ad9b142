"""Telling, acknowledging, addresses: each by its own person, once, on the trail."""

from datetime import timedelta

import pytest

from answerable.kernel.errors import NotFound
from answerable.kernel.trail.models import Entry
from answerable.office.notices import actions, queries
from answerable.office.notices.models import Address, Notice
from tests.answerable.office.notices.makers import make_webhook, tell
from tests.answerable.office.people.makers import NOON, actor_of, make_member

pytestmark = pytest.mark.django_db


def test_the_same_thing_is_told_once():
    ada, boris = make_member("Ada"), make_member("Boris")
    assert tell(ada.person, boris.person) == 2
    assert tell(ada.person, boris.person) == 0
    assert Notice.objects.count() == 2
    assert Entry.objects.filter(act="notices.notify").count() == 1


def test_acknowledging_ends_a_notice_and_doing_it_again_changes_nothing():
    ada = make_member("Ada")
    tell(ada.person)
    actor, notice = actor_of(ada), Notice.objects.get()
    actions.acknowledge(notice.pk, by=actor, at=NOON)
    actions.acknowledge(notice.pk, by=actor, at=NOON + timedelta(hours=1))
    notice.refresh_from_db()
    assert (notice.state, notice.acknowledged_at) == ("acknowledged", NOON)
    assert queries.unread(actor) == 0


def test_somebody_elses_notice_and_address_are_not_there():
    ada, boris = make_member("Ada"), make_member("Boris")
    tell(ada.person)
    address = make_webhook(ada, "https://hook.example/x")
    with pytest.raises(NotFound):
        actions.acknowledge(Notice.objects.get().pk, by=actor_of(boris), at=NOON)
    with pytest.raises(NotFound):
        actions.remove_address(address.pk, by=actor_of(boris), at=NOON)


def test_addresses_and_keys_lie_sealed_and_off_the_trail():
    ada = make_member("Ada")
    make_webhook(ada, "https://hook.example/secret-path")
    row = Address.objects.get()
    assert "secret-path" not in row.sealed
    assert "whsec" not in row.sealed_secret
    texts = "".join(Entry.objects.values_list("payload__content", flat=True))
    assert "secret-path" not in texts
    assert "whsec" not in texts


def test_all_can_be_acknowledged_at_once():
    ada = make_member("Ada")
    for number in range(3):
        tell(ada.person, key=f"k{number}")
    assert actions.acknowledge_all(by=actor_of(ada), at=NOON) == 3
    assert actions.acknowledge_all(by=actor_of(ada), at=NOON) == 0


def test_what_comes_after_somebody_looked_is_not_acknowledged_with_the_rest():
    ada = make_member("Ada")
    tell(ada.person, key="seen", at=NOON)
    tell(ada.person, key="later", at=NOON + timedelta(minutes=1))
    assert actions.acknowledge_all(by=actor_of(ada), at=NOON) == 1


def test_old_notices_are_forgotten_and_the_trail_remembers_that_they_were_told():
    ada = make_member("Ada")
    tell(ada.person, at=NOON - timedelta(days=400))
    tell(ada.person, key="new")
    actions.forget_old(at=NOON)
    assert Notice.objects.get().key == "new"
    assert Entry.objects.filter(act="notices.notify").count() == 2
