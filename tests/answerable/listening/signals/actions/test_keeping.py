"""Keeping watches."""

import pytest

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.listening.signals import actions, queries
from answerable.listening.signals.actions import WatchDraft
from answerable.listening.signals.models import Setting, Watch
from answerable.listening.signals.rules.states import WatchMove
from answerable.office.people.models import Person
from tests.answerable.listening.signals.makers import make_watch
from tests.answerable.listening.sources.makers import NOON, make_unit
from tests.answerable.listening.stories.makers import ada, chen

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return Person.objects.create(name="Ada")


def test_a_watch_is_kept_with_everything_that_was_said(owner):
    draft = WatchDraft("Water", "停水", languages=("zh",), switch=1.0, at_least=5)
    pk = actions.keep_watch(draft, by=ada(person=owner.pk), at=NOON)
    watch = Watch.objects.get(pk=pk)
    assert (watch.words, watch.languages, watch.switch, watch.owner) == ("停水", ["zh"], 1.0, owner)


def test_an_account_without_a_person_keeps_no_watch():
    with pytest.raises(Anticipated):
        actions.keep_watch(WatchDraft("Water", "water"), by=ada(), at=NOON)


def test_sharing_in_a_unit_needs_its_reach(owner):
    unit = make_unit()
    with pytest.raises(NotAllowed):
        actions.keep_watch(WatchDraft("Water", "water", unit=unit.pk), by=ada(person=owner.pk), at=NOON)
    reaching = ada(person=owner.pk, units=frozenset({unit.pk}))
    pk = actions.keep_watch(WatchDraft("Water", "water", unit=unit.pk), by=reaching, at=NOON)
    assert [row.id for row in queries.watch_rows(chen(units=frozenset({unit.pk})))] == [pk]


def test_somebody_elses_watch_is_neither_seen_nor_changed(owner):
    watch = make_watch(owner=owner)
    other = ada(person=Person.objects.create(name="Emil").pk)
    assert queries.watch_rows(other) == ()
    with pytest.raises(NotFound):
        actions.edit_watch(watch.pk, WatchDraft("Mine", "mine"), by=other, at=NOON)


def test_a_shared_watch_is_seen_but_not_changed_by_readers(owner):
    unit = make_unit()
    watch = make_watch(owner=owner, unit=unit)
    reader = ada(
        person=Person.objects.create(name="Chen").pk,
        units=frozenset({unit.pk}),
        abilities=frozenset({"listen.read", "watches.keep"}),
    )
    assert [row.may_keep for row in queries.watch_rows(reader)] == [False]
    with pytest.raises(NotAllowed):
        actions.move_watch(watch.pk, WatchMove.PAUSE, by=reader, at=NOON)


def test_a_watch_is_paused_resumed_and_ended(owner):
    watch, by = make_watch(owner=owner), ada(person=owner.pk)
    for move, state in ((WatchMove.PAUSE, "paused"), (WatchMove.RESUME, "active"), (WatchMove.END, "ended")):
        actions.move_watch(watch.pk, move, by=by, at=NOON)
        watch.refresh_from_db()
        assert watch.state == state


def test_the_switch_of_the_stories_is_set_by_who_judges_signals():
    with pytest.raises(NotAllowed):
        actions.set_stories(3, 5, by=chen(), at=NOON)
    actions.set_stories(3, 5, by=ada(), at=NOON)
    assert queries.stories_switch() == (3, 5)
    assert Setting.objects.count() == 1


def test_the_machine_ends_a_watch_that_it_began_for_somebody(owner):
    watch = make_watch(owner=owner)
    actions.move_watch(watch.pk, WatchMove.END, by=MACHINE, at=NOON)
    assert Watch.objects.get().state == "ended"
