"""How channels stand, how it went, what was found: for other rooms, in a fixed number of queries."""

from datetime import timedelta

from answerable.response.channel_health import queries
from answerable.response.channel_health.models import Check, Finding
from answerable.response.channel_health.queries import Wish
from answerable.response.channel_health.queries.limits import limits_now
from answerable.response.channel_health.rules.metrics import Metric, Standing
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.channel_health.makers import DAY, TODAY, make_channel


def check(channel, metric, standing, day=TODAY, **changes):
    fields = {"method": "auto", "value": 1.0, "at": NOON, **changes}
    return Check.objects.create(channel=channel, metric=metric, standing=standing, day=day, **fields)


def finding(channel, subject, **changes):
    fields = {"fault": "link_dead", "key": subject, "found_at": NOON, "seen_at": NOON, **changes}
    return Finding.objects.create(channel=channel, subject=subject, **fields)


def test_the_newest_measure_of_each_metric_counts_and_old_ones_say_nothing(cast, django_assert_num_queries):
    channel, other = make_channel(cast), make_channel(cast, address="http://127.0.0.1:10/")
    check(channel, "home", "fail", TODAY - DAY, veto=True)
    check(channel, "home", "ok", veto=True)
    check(channel, "links", "warn", TODAY - timedelta(days=9))
    finding(channel, "a")
    finding(channel, "b", state="dismissed")
    with django_assert_num_queries(1):
        found = queries.state_of([channel.pk, other.pk], at=NOON)
    assert (found[channel.pk].standing, found[channel.pk].findings) == (Standing.OK, 1)
    assert [row.metric for row in found[channel.pk].checks] == [Metric.HOME]
    assert found[other.pk].standing is Standing.UNKNOWN
    earlier = queries.state_of([channel.pk], at=NOON - DAY)
    assert earlier[channel.pk].vetoes == (Metric.HOME,)


def test_the_trend_is_a_series_for_each_metric_oldest_first(cast):
    channel = make_channel(cast)
    for back in (0, 3, 40):
        check(channel, "links", "ok", TODAY - timedelta(days=back), value=float(back))
    assert queries.trend(channel.pk, 30, at=NOON) == {
        Metric.LINKS: ((TODAY - timedelta(days=3), 3.0), (TODAY, 0.0))
    }


def test_findings_of_a_period_are_those_that_were_there_in_it(cast):
    channel = make_channel(cast)
    finding(channel, "before", found_at=NOON - 9 * DAY, fixed_at=NOON - 8 * DAY, state="fixed")
    finding(channel, "still", found_at=NOON - 9 * DAY)
    finding(channel, "fixed within", found_at=NOON - 9 * DAY, fixed_at=NOON - DAY, state="fixed")
    finding(channel, "dismissed", state="dismissed")
    finding(channel, "after", found_at=NOON + DAY)
    rows = queries.findings(since=NOON - 2 * DAY, until=NOON)
    assert [row.subject for row in rows] == ["still", "fixed within"]
    assert rows[0].link == f"/respond/health/{channel.pk}/#finding-{rows[0].id}"
    assert queries.findings(since=NOON, until=NOON + DAY, channel=channel.pk + 1) == ()


def test_the_board_counts_all_standings_and_shows_one(cast):
    bad, good = make_channel(cast), make_channel(cast, name="B", address="http://127.0.0.1:10/")
    check(bad, "home", "fail", veto=True)
    check(good, "home", "ok", veto=True)
    board = queries.board(cast.ada, Wish(standing="ok"), at=NOON)
    assert [row.channel.id for row in board.rows] == [good.pk]
    assert dict(board.counts) == {Standing.FAIL: 1, Standing.WARN: 0, Standing.UNKNOWN: 0, Standing.OK: 1}
    assert queries.board(cast.ada, Wish(page=99), at=NOON).page == 1


def test_limits_are_those_of_the_plan_in_force(cast):
    assert (limits_now().news_days, limits_now().dead_links_most) == (14, None)
