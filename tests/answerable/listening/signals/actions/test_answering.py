"""What every setting of a switch would have done."""

from datetime import timedelta

import pytest

from answerable.listening.signals import actions, queries
from answerable.listening.signals.actions.answering import answer_trial
from answerable.listening.signals.models import Trial
from answerable.listening.signals.rules.choices import SWITCHES
from tests.answerable.listening.signals.makers import burst, quiet_weeks
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import ada

pytestmark = pytest.mark.django_db


def test_the_answer_says_for_every_setting_what_would_have_fired_and_what_is_false():
    quiet_weeks()
    burst(at=NOON - timedelta(hours=2))
    key = actions.ask_trial("water", [], 3, by=ada(), at=NOON)
    assert queries.trial(key).answered_at is None
    assert answer_trial(Trial.objects.get().pk, at=NOON)
    found = queries.trial(key)
    assert [row.switch for row in found.settings] == list(SWITCHES)
    assert found.settings[-1].fired == 1
    assert found.settings[-1].named[0][2] >= 7
    assert found.days == pytest.approx(15, abs=1)


def test_without_any_history_a_trial_has_no_settings():
    key = actions.ask_trial("water", [], 3, by=ada(), at=NOON)
    answer_trial(Trial.objects.get().pk, at=NOON)
    found = queries.trial(key)
    assert found.answered_at == NOON
    assert found.settings == ()


def test_a_trial_that_is_gone_is_no_defect():
    assert not answer_trial(404, at=NOON)
    assert queries.trial("none") is None
