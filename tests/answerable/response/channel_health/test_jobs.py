"""What runs by itself: only the body's own sites in use, once a day, gone on with after a kill, politely tried."""

from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from answerable.kernel import clock
from answerable.office.people.queries import day_of
from answerable.response.channel_health import actions, jobs
from answerable.response.channel_health.actions import SiteDraft
from answerable.response.channel_health.models import Attempt, Check, HostTurn, Round
from answerable.response.channel_health.queries import ground
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.channel_health.makers import make_channel, polite_policy
from tests.answerable.response.channel_health.planted import Answer, Site


@pytest.fixture
def site():
    with Site(day_of(NOON), most=1) as running:
        yield running


def test_only_own_sites_in_use_are_looked_at(cast, settings):
    own = make_channel(cast)
    make_channel(cast, kind="account", platform="wechat", address="gh_1")
    make_channel(cast, address="http://127.0.0.1:11/", state="closed", reason="closed")
    make_channel(cast, address="ftp://127.0.0.1/")
    paused = make_channel(cast, address="http://127.0.0.1:12/")
    actions.set_site(paused.pk, SiteDraft(paused="moved"), by=cast.kim, at=NOON)
    far = make_channel(cast, address="http://water.example/")
    assert [row.id for row in jobs.sites()] == [own.pk]
    settings.ON_LOOPBACK = False
    assert {row.id for row in jobs.sites()} == {own.pk, far.pk}


def test_each_site_is_looked_at_once_a_day(cast):
    make_channel(cast)
    assert jobs.begin_due(NOON) == 1
    assert jobs.begin_due(NOON + timedelta(hours=3)) == 0
    Round.objects.update(state="done")
    assert jobs.begin_due(NOON + timedelta(days=1)) == 1


def test_a_look_is_queued_and_taken_to_its_end(cast, site):
    make_channel(cast, address=site.home)
    jobs.begin_due(NOON)
    row = Round.objects.get()
    jobs.keep_looking.call()
    assert DBTaskResult.objects.filter(task_path__endswith="jobs.look").exists()
    while ground.running(row.pk):
        jobs.look.call(round_id=row.pk)
        HostTurn.objects.update(free_at=NOON)
    row.refresh_from_db()
    assert (row.state, row.reason) == ("done", "")
    assert row.pages >= 10


def test_a_slice_leaves_a_host_that_somebody_else_looks_at(cast, site):
    make_channel(cast, address=site.home)
    jobs.begin_due(NOON)
    actions.take_turn(site.home, "another", at=clock.now())
    jobs.look.call(round_id=Round.objects.get().pk)
    assert site.calls == []


def test_every_site_is_tried_in_a_job_of_its_own(cast, site):
    channel = make_channel(cast, address=site.home)
    jobs.try_sites.call()
    assert DBTaskResult.objects.filter(task_path__endswith="jobs.try_site").count() == 1
    jobs.try_site.call(channel=channel.pk)
    jobs.try_site.call(channel=channel.pk)
    jobs.try_site.call(channel=channel.pk + 1)
    assert Attempt.objects.count() == 1


def test_an_account_grows_older_each_day(cast):
    account = make_channel(cast, kind="account", platform="wechat", address="gh_1")
    jobs.age_accounts.call()
    jobs.tell_week.call()
    assert Check.objects.get(channel=account).note == "not_entered"


def test_a_home_page_is_tried_as_inspectors_do(cast, site):
    make_channel(cast, address=site.home)
    row = jobs.sites()[0]
    jobs.try_one(row, polite_policy(), at=NOON)
    site.planted["/"] = Answer("no", 503)
    jobs.try_one(row, polite_policy(), at=NOON + timedelta(hours=1))
    assert list(Attempt.objects.order_by("at").values_list("good", "reason")) == [
        (True, ""),
        (False, "status 503"),
    ]


def test_a_site_that_is_down_counts_as_failed_and_not_as_one_that_forbids(cast, site):
    make_channel(cast, address=site.home)
    row = jobs.sites()[0]
    site.__exit__()
    jobs.try_one(row, polite_policy(), at=NOON)
    assert list(Attempt.objects.values_list("good", "reason")) == [(False, "unreachable")]


def test_a_site_that_forbids_machines_is_not_counted(cast, site):
    site.forbidden = "/"
    make_channel(cast, address=site.home)
    jobs.try_one(jobs.sites()[0], polite_policy(), at=NOON)
    assert not Attempt.objects.exists()
