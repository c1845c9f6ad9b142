"""Limits come from the plan; 70 % of one warns, past it fails; a veto alone fails a channel."""

import pytest

from answerable.response.channel_health.rules.metrics import (
    VETO,
    Limits,
    Metric,
    Standing,
    measure,
    raised,
    read_limits,
    whole,
)

NATIONAL = Limits(home_days=14, account_days=7, unreachable_percent=5, stale_most=4, certificate_days=30)


@pytest.mark.parametrize(
    ("metric", "value", "standing"),
    [
        (Metric.HOME, 9, "ok"),
        (Metric.HOME, 10, "warn"),  # 9.8 days are 70 % of 14
        (Metric.HOME, 14, "warn"),
        (Metric.HOME, 15, "fail"),
        (Metric.POSTED, 5, "warn"),
        (Metric.POSTED, 8, "fail"),
        (Metric.REACHABLE, 3.4, "ok"),
        (Metric.REACHABLE, 3.5, "warn"),
        (Metric.REACHABLE, 5.0, "fail"),  # "at least 5 %" includes 5
        (Metric.COLUMNS, 2, "ok"),
        (Metric.COLUMNS, 3, "warn"),
        (Metric.COLUMNS, 5, "fail"),
        (Metric.CERTIFICATE, 31, "ok"),
        (Metric.CERTIFICATE, 29, "warn"),
        (Metric.CERTIFICATE, -1, "fail"),
        (Metric.LINKS, 0, "ok"),
        (Metric.LINKS, 1, "warn"),
        (Metric.GRAVE, 1, "fail"),
        (Metric.HOME, None, "unknown"),
    ],
)
def test_a_value_stands_as_its_limit_says(metric, value, standing):
    assert measure(metric, value, NATIONAL).standing == standing


def test_another_places_limit_gives_another_standing():
    weekly = read_limits({"update_days_site": 7}.get)
    assert measure(Metric.HOME, 8, weekly).standing is Standing.FAIL
    assert measure(Metric.HOME, 8, NATIONAL).standing is Standing.OK


def test_where_the_plan_sets_no_limit_nothing_fails_by_age():
    free = read_limits(lambda name, default: default)
    assert measure(Metric.HOME, 4000, free).standing is Standing.OK
    assert measure(Metric.DATES, 1, free).standing is Standing.WARN
    assert (free.warn_share, free.veto) == (0.7, VETO)


def test_a_plan_may_warn_earlier_and_name_its_own_vetoes():
    plan = {"channel_warn_percent": 50, "channel_veto": ["links", "nonsense"], "update_days_site": 10}
    limits = read_limits(plan.get)
    assert measure(Metric.HOME, 5, limits).standing is Standing.WARN
    assert limits.veto == {Metric.LINKS}


def test_one_veto_fails_a_channel_and_other_faults_do_not():
    assert whole({Metric.LINKS: (Standing.FAIL, False), Metric.HOME: (Standing.OK, True)})[0] is Standing.WARN
    failed = whole({Metric.HOME: (Standing.FAIL, True), Metric.LINKS: (Standing.OK, False)})
    assert failed == (Standing.FAIL, (Metric.HOME,))
    assert (
        whole({Metric.HOME: (Standing.UNKNOWN, True), Metric.LINKS: (Standing.OK, False)})[0] is Standing.OK
    )
    assert whole({}) == (Standing.UNKNOWN, ())


def test_a_measure_is_raised_and_never_lowered():
    found = measure(Metric.HOME, 15, NATIONAL)
    assert raised(found, Standing.WARN) is found
    assert raised(measure(Metric.HOME, 1, NATIONAL), Standing.FAIL).standing is Standing.FAIL
