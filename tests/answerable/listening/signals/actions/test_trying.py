"""Trying a switch before it is set."""

from datetime import timedelta

import pytest

from answerable.kernel import events
from answerable.kernel.errors import NotAllowed
from answerable.listening.signals import actions
from answerable.listening.signals.actions.trying import GOOD_FOR
from answerable.listening.signals.events import TrialAsked
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import ada, chen

pytestmark = pytest.mark.django_db


def ask(at=NOON, words="water"):
    return actions.ask_trial(words, ["en"], 3, by=ada(), at=at)


def test_a_trial_is_worked_out_once_and_again_when_it_is_old(monkeypatch):
    told = []
    monkeypatch.setitem(events._reactions, TrialAsked, [told.append])
    key = ask()
    assert ask(at=NOON + timedelta(minutes=1)) == key
    assert len(told) == 1
    ask(at=NOON + GOOD_FOR + timedelta(minutes=1))
    assert len(told) == 2


def test_who_keeps_no_watches_tries_nothing():
    with pytest.raises(NotAllowed):
        actions.ask_trial("water", [], 3, by=chen(), at=NOON)
