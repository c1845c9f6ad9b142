"""Every value and every reason has its words, in both languages."""

import pytest
from django.utils import translation

from answerable.response.channel_health.queries import CheckRow, FindingRow
from answerable.response.channel_health.rules.faults import FAULT_NAMES, METRIC_OF, Fault
from answerable.response.channel_health.rules.metrics import Metric, Standing
from answerable.response.channel_health.words import (
    details_words,
    note_words,
    round_reason,
    tried_words,
    value_words,
)
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.channel_health.makers import TODAY


def row(metric, value, limit=None, note=""):
    return CheckRow(1, metric, TODAY, value, limit, Standing.OK, False, "auto", note, "")


@pytest.mark.parametrize(
    ("metric", "value", "limit", "words"),
    [
        (Metric.HOME, 1, 14, "1 day since the last update · limit 14 days"),
        (Metric.REACHABLE, 4.17, 5, "4.2 % of tries failed · limit 5 %"),
        (Metric.LINKS, 0, None, "none found"),
        (Metric.LINKS, 3, 4, "3 found · limit 4"),
        (Metric.INTERACTION, 0, 90, "none waits · limit 90 days"),
        (Metric.INTERACTION, 12, None, "oldest waits for 12 days"),
        (Metric.CERTIFICATE, 12, 30, "12 days left · limit 30 days"),
        (Metric.CERTIFICATE, -1, None, "has ended"),
    ],
)
def test_a_measure_says_its_value_and_its_limit(metric, value, limit, words):
    assert value_words(row(metric, value, limit)) == words


def test_what_could_not_be_measured_says_why():
    assert value_words(row(Metric.HOME, None, note="no_days")) == note_words("no_days")
    assert len({note_words(note) for note in ("1/30", "no_columns", "no_days", "not_entered", "")}) == 5
    reasons = ("status 500", "robots", "too_slow", "not_visited")
    assert len({round_reason(reason) for reason in reasons}) == 4


DETAILS = {
    Fault.BARRIER: {"pages": 2, "page": "http://a.example/"},
    Fault.LINK_DEAD: {"status": 404},
    Fault.LINK_DEAD_OUTWARD: {"status": "too_slow", "days": 2},
    Fault.COLUMN_STALE: {"days": 20},
    Fault.MESSAGE_WAITS: {"days": 100.0},
    Fault.CERTIFICATE_ENDS: {"days": 5},
    Fault.UNREACHABLE: {"percent": 6.0},
    Fault.GRAVE_WORDING: {"said": "A wrong title."},
    Fault.COLUMN_EMPTY: {},
    **{
        fault: {"says": "2026-04-01", "against": "2026-03-02", "times": 3}
        for fault, metric in METRIC_OF.items()
        if metric is Metric.DATES
    },
}


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("fault", DETAILS, ids=str)
def test_a_finding_says_what_it_is_about(fault, language):
    found = FindingRow(
        1,
        1,
        "x",
        fault,
        "",
        METRIC_OF[fault],
        "image-alt",
        "open",
        1,
        NOON,
        NOON,
        None,
        "",
        "",
        DETAILS[fault],
        "",
    )
    with translation.override(language):
        words = details_words(found)
        assert bool(words) is bool(DETAILS[fault])
        assert "%(" not in words
        assert str(FAULT_NAMES[fault])


def test_a_try_that_failed_is_told_in_words():
    assert tried_words("status 502") == "answer: 502"
    assert tried_words("too_slow") == "took too long"
    assert (
        len(
            {tried_words(code) for code in ("too_slow", "unreachable", "unknown_host", "certificate", "busy")}
        )
        == 5
    )
    assert "_" not in tried_words("something_new")
