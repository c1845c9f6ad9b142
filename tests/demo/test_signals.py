"""Whenever the town is opened, the burst main stands as a signal with its odds, and older ones were looked at."""

from datetime import UTC, datetime

import pytest

from answerable.listening.signals.models import Signal
from demo import signals
from demo.filling import fill_town
from demo.wings import cast_at

#: An opening at which the town's first days once counted as not listened to, and nothing was ever signalled.
OPENED = datetime(2026, 11, 23, 11, 54, 10, tzinfo=UTC)


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
@pytest.mark.one_database
def test_the_burst_main_is_signalled_in_both_languages_and_little_else_waits():
    fill_town("http://127.0.0.1:1", OPENED, tell=lambda day: None)
    signals.load(cast_at(OPENED), at=OPENED)
    waiting = dict(Signal.objects.filter(state="new").values_list("title", "once_in_days"))
    assert {
        "东桥片区主供水管爆裂 约两万户停水",
        "Burst main on Dongqiao Road leaves 20,000 homes without water",
    } <= set(waiting)
    assert len(waiting) <= 4
    assert min(waiting.values()) > 10
    assert 3 <= Signal.objects.exclude(state="new").count() < 30
    assert set(Signal.objects.values_list("state", flat=True)) == {"new", "ended", "dismissed"}
