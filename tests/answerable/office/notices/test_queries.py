"""Reading notices: one's own, in one's language, with what came of each delivery."""

from datetime import time, timedelta

import pytest

from answerable.kernel.errors import NotFound
from answerable.office.notices import actions, queries
from answerable.office.notices.actions import Outcome
from answerable.office.notices.models import Address
from answerable.office.notices.rules import Rhythm, State, Wishes
from answerable.office.people.rules import Role
from tests.answerable.office.notices.makers import make_webhook, tell
from tests.answerable.office.people.makers import NOON, actor_of, make_account, make_member

pytestmark = pytest.mark.django_db


def test_the_inbox_is_mine_newest_first_in_my_language():
    ada, boris = make_member("Ada"), make_member("Boris")
    tell(ada.person, key="old", at=NOON - timedelta(days=1))
    tell(ada.person, key="new")
    tell(boris.person, key="other")
    page = queries.inbox(actor_of(ada), page=1, language="zh-hans")
    assert [row.subject for row in page] == ["爆管话题快速增长"] * 2
    assert page[0].created_at > page[1].created_at
    assert all(row.can_acknowledge for row in page)


def test_each_attempt_stands_beside_its_notice():
    ada = make_member("Ada")
    tell(ada.person)
    address = make_webhook(ada, "https://hook.example/x")
    actions.pack_due(at=NOON)
    (parcel,) = actions.claim_parcels(1, at=NOON)
    actions.note_outcomes(parcel.pk, [Outcome(address.pk, "hook", delivered=False, reason="503")], at=NOON)
    (row,) = queries.inbox(actor_of(ada), page=1, language="en")
    assert [(one.address, one.delivered, one.reason) for one in row.tries] == [("hook", False, "503")]
    assert row.state is State.QUEUED


def test_addresses_come_without_their_keys():
    ada = make_member("Ada")
    make_webhook(ada, "https://hook.example/secret")
    (row,) = queries.addresses(actor_of(ada))
    assert "secret" not in str(row)
    assert Address.objects.count() == 1


def test_wishes_are_the_ordinary_ones_until_somebody_says_otherwise():
    ada = make_member("Ada")
    assert queries.wishes_of(ada.person_id, zone="Europe/Berlin") == Wishes(zone="Europe/Berlin")
    own = Wishes(Rhythm.DIGEST, (time(9),), time(22), time(7), "Asia/Shanghai", frozenset({"signal"}))
    actions.set_wishes(own, by=actor_of(ada), at=NOON)
    assert queries.wishes_of(ada.person_id, zone="Europe/Berlin") == own


def test_kinds_are_those_told_and_those_wished_away():
    ada = make_member("Ada")
    tell(ada.person, kind="watch")
    actions.set_wishes(Wishes(inbox_only=frozenset({"signal"})), by=actor_of(ada), at=NOON)
    assert queries.kinds_told(actor_of(ada)) == ["signal", "watch"]


def test_an_account_of_the_system_has_no_notices_and_is_told_why():
    admin = actor_of(make_account("admin", role=Role.ADMINISTRATOR))
    assert queries.unread(admin) == 0
    assert list(queries.inbox(admin, page=1, language="en")) == []
    with pytest.raises(NotFound, match="belongs to no person"):
        actions.set_wishes(Wishes(), by=admin, at=NOON)
