"""A feed's address is secret, shown once, revocable; what it gives is a calendar."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from icalendar import Calendar

from answerable.governance.duties.actions.feeds import make_feed, revoke_feed, secret_hash
from answerable.governance.duties.models import Feed
from answerable.governance.duties.queries.calendar import feed_named, feed_runs
from answerable.kernel.errors import NotAllowed
from tests.answerable.governance.duties.makers import make_town, opened
from tests.answerable.office.people.makers import make_account

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 20, 2, tzinfo=UTC)


def test_only_the_hash_of_an_address_is_kept_and_a_new_one_ends_the_old_one():
    town = make_town()
    chen = town.actor(town.chen, NOW)
    first = make_feed(None, "en", by=chen, at=NOW)
    second = make_feed(None, "en", by=chen, at=NOW)
    assert first not in str(Feed.objects.values())
    assert feed_named(secret_hash(first)) is None
    assert feed_named(secret_hash(second)) is not None
    assert revoke_feed(None, by=chen, at=NOW) == 1
    assert feed_named(secret_hash(second)) is None


def test_a_person_reads_their_own_runs_and_a_unit_its_own():
    town = make_town()
    opened(town)
    chen = town.actor(town.chen, NOW)
    mine = feed_runs(feed_named(secret_hash(make_feed(None, "en", by=chen, at=NOW))), at=NOW)
    assert {row.holder for row in mine} <= {"Chen", ""}
    assert {row.unit_id for row in mine} == {town.units[0].pk}
    of_unit = feed_runs(feed_named(secret_hash(make_feed(town.units[0].pk, "en", by=chen, at=NOW))), at=NOW)
    assert {row.unit_id for row in of_unit} == {town.units[0].pk}


def test_nobody_reads_a_unit_outside_their_reach():
    town = make_town()
    with pytest.raises(NotAllowed):
        make_feed(town.units[1].pk, "en", by=town.actor(town.chen, NOW), at=NOW)


def test_a_calendar_programme_reads_the_feed_without_signing_in(client, time_machine):
    time_machine.move_to(NOW)
    town = make_town()
    run = opened(town)
    client.force_login(make_account("chen-signs-in", town.chen))
    page = client.post(reverse("duties:feeds"), {"unit": ""}, follow=True).content.decode()
    address = page.split('class="du-secret">')[1].split("<")[0]
    client.logout()
    response = client.get(urlsplit(address).path)
    book = Calendar.from_ical(response.content)
    events = {str(event["uid"]): event for event in book.walk("VEVENT")}
    event = events[f"occurrence-{run.pk}@testserver"]
    assert event["dtstart"].dt == run.due
    assert "Quarterly filing" in str(event["summary"])
    assert client.get(reverse("duties:feed", args=["guess"])).status_code == 404
