"""What persons do with signals."""

import pytest

from answerable.kernel import events
from answerable.kernel.errors import Anticipated, Moved, NotAllowed, NotFound
from answerable.kernel.moves import IllegalMove
from answerable.kernel.trail.queries import entries_of
from answerable.listening.signals import actions
from answerable.listening.signals.events import SignalTaken
from answerable.listening.signals.rules.states import Reason, State
from answerable.office.people.models import Person
from tests.answerable.listening.signals.makers import make_signal, make_watch
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import ada, chen, make_story

pytestmark = pytest.mark.django_db


def of_a_story():
    return make_signal(watch=None, story=make_story(), series="story:1")


def test_a_duty_officer_acknowledges_and_takes_on(monkeypatch):
    told = []
    monkeypatch.setitem(events._reactions, SignalTaken, [told.append])
    signal = of_a_story()
    actions.acknowledge(signal.pk, by=ada(), at=NOON)
    actions.take(signal.pk, by=ada(person=7), at=NOON)
    signal.refresh_from_db()
    assert (signal.state, signal.settled_by) == (State.TAKEN, "Ada")
    assert [(event.signal, event.by_person) for event in told] == [(signal.pk, 7)]
    assert [row.act for row in entries_of(f"signal:{signal.pk}")] == ["signals.take", "signals.acknowledge"]


def test_dismissing_needs_a_reason_and_keeps_it():
    signal = of_a_story()
    with pytest.raises(Anticipated):
        actions.dismiss(signal.pk, "", by=ada(), at=NOON)
    actions.dismiss(signal.pk, Reason.EXPECTED, " the fair ", by=ada(), at=NOON)
    signal.refresh_from_db()
    assert (signal.state, signal.reason, signal.note) == (State.DISMISSED, "expected", "the fair")


def test_a_dismissed_signal_can_not_be_taken_on():
    signal = of_a_story()
    actions.dismiss(signal.pk, Reason.CHANCE, by=ada(), at=NOON)
    with pytest.raises(IllegalMove):
        actions.take(signal.pk, by=ada(), at=NOON)


def test_the_slower_of_two_people_is_told(monkeypatch):
    signal = of_a_story()
    stale = type(signal).objects.get(pk=signal.pk)
    actions.take(signal.pk, by=ada(), at=NOON)
    monkeypatch.setattr("answerable.listening.signals.actions.settling.signal_to_judge", lambda by, pk: stale)
    with pytest.raises(Moved):
        actions.dismiss(signal.pk, Reason.CHANCE, by=ada(), at=NOON)


def test_who_only_reads_settles_nothing():
    signal = of_a_story()
    with pytest.raises(NotAllowed):
        actions.acknowledge(signal.pk, by=chen(), at=NOON)


def test_the_owner_of_a_watch_settles_its_signals_and_others_do_not_see_them():
    owner = Person.objects.create(name="Chen")
    signal = make_signal(watch=make_watch(owner=owner))
    with pytest.raises(NotFound):
        actions.end(signal.pk, by=ada(person=None), at=NOON)
    actions.acknowledge(signal.pk, by=chen(person=owner.pk), at=NOON)
    actions.end(signal.pk, "looked into", by=chen(person=owner.pk), at=NOON)
    signal.refresh_from_db()
    assert (signal.state, signal.note) == (State.ENDED, "looked into")
