"""What people are told has the duty, its period and its unit in it, in both languages."""

import pytest
from django.utils import translation

from answerable.governance.duties import telling
from answerable.governance.duties.models import TimeWish
from answerable.governance.duties.rules.holding import Why
from tests.answerable.governance.duties.makers import START, make_town, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def run():
    """A quarterly filing that is open."""
    return opened(make_town())


@pytest.mark.parametrize(
    "tell",
    [
        lambda run: telling.passed_on(run, "Chen", Why.ABSENCE),
        lambda run: telling.filed(run, "Chen"),
        lambda run: telling.sent_back(run, "March is missing.", "Ada"),
        lambda run: telling.time_asked(run, TimeWish(until=START, reason="Flood.", asked_by="Chen")),
        lambda run: telling.time_answered(run, TimeWish(state="granted", decided_by="Ada")),
        lambda run: telling.time_answered(run, TimeWish(state="refused", decided_by="Ada", comment="No.")),
        telling.finding_opened,
    ],
)
def test_a_notice_names_the_duty_in_both_languages(run, tell):
    with translation.override("en"):
        subject, body = tell(run)()
        assert "Quarterly filing · quarter 1 of 2026 · Department 1" in subject
    with translation.override("zh-hans"):
        subject, body = tell(run)()
        assert "季度报送 · 2026年第1季度" in subject
        assert body


def test_a_hand_over_names_who_had_it():
    run = opened(make_town())
    assert "Chen" in telling.passed_on(run, "Chen", Why.HOLDING)()[1]
