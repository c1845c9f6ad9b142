"""Three weeks of the town's channels lie behind it, with one account at 70 % and one that fails, and no call out."""

import pytest

from answerable.response.channel_health import queries
from answerable.response.channel_health.models import Check, Finding, Round
from answerable.response.channel_health.rules.metrics import Metric, Standing
from demo import channel_health
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.channel_health.makers import adopt_limits, make_cast, make_channel


@pytest.mark.django_db
def test_three_weeks_of_checks_with_one_at_70_percent_and_one_veto():
    adopt_limits(update_days_account=7)
    cast = make_cast()
    site = make_channel(cast, address="https://water.yunting.example/", name="A")
    near = make_channel(cast, kind="account", platform="wechat", address="gh_1", name="B")
    failed = make_channel(cast, kind="account", platform="weibo", address="gh_2", name="C")
    fresh = make_channel(cast, kind="account", platform="douyin", address="gh_3", name="D")
    channel_health.load({"ada": cast.ada}, at=NOON)
    health = queries.state_of([site.pk, near.pk, failed.pk, fresh.pk], at=NOON)
    assert [health[one.pk].standing for one in (site, near, failed, fresh)] == ["warn", "warn", "fail", "ok"]
    assert health[failed.pk].vetoes == (Metric.POSTED,)
    posted = next(row for row in health[near.pk].checks if row.metric is Metric.POSTED)
    assert (posted.value, posted.limit, posted.standing) == (5, 7, Standing.WARN)
    assert Round.objects.filter(state="done").count() == channel_health.LOOKED
    assert {"column_stale", "link_dead", "barrier"} == set(
        Finding.objects.filter(channel=site).values_list("fault", flat=True)
    )
    assert Check.objects.filter(channel=site, metric="reachable", standing="ok").exists()
    assert len(queries.trend(site.pk, 30, at=NOON)[Metric.LINKS]) == channel_health.LOOKED
