"""The letters of the made-up town."""

from datetime import UTC, datetime

import pytest

from answerable.office.people import queries as people
from answerable.response.letters.models import Contact, Inquiry, Letter
from answerable.response.letters.queries import Wish, table
from answerable.response.letters.rules.states import InquiryState, State
from demo import letters
from demo.opening import open_house
from demo.town import CAST
from tests.answerable.response.letters.makers import adopt_plan

NOW = datetime(2026, 11, 20, 6, tzinfo=UTC)


@pytest.mark.slow
@pytest.mark.django_db
def test_the_town_has_letters_in_every_state_and_keeps_no_contact_too_long(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    open_house(NOW)
    adopt_plan()
    accounts = {citizen.login: people.account_named(citizen.login) for citizen in CAST}
    cast = {login: people.actor_for(account, at=NOW) for login, account in accounts.items()}
    letters.load(cast, at=NOW)
    assert set(Letter.objects.values_list("state", flat=True)) == set(State)
    assert set(Inquiry.objects.values_list("state", flat=True)) >= {
        InquiryState.ACKNOWLEDGED,
        InquiryState.ANSWERED,
        InquiryState.DECLINED,
    }
    counts = table(cast["ada"], Wish(), at=NOW).counts
    assert not [tab for tab, count in counts.items() if count == 0]
    assert Letter.objects.filter(forgotten_at__isnull=False).count() == 1
    assert Contact.objects.filter(delete_at__lte=NOW).count() == 0
    assert "13800138000" not in " ".join(Letter.objects.values_list("text", flat=True))
