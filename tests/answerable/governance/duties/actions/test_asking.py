"""Asking for time, the answer, handing to the backup, taking over."""

from datetime import UTC, date, datetime

import pytest

from answerable.governance.duties.actions import asking
from answerable.governance.duties.jobs import round_at
from answerable.governance.duties.models import Passing, TimeWish
from answerable.governance.duties.rules.states import State, Wish
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from tests.answerable.governance.duties.makers import make_town, opened, quarter_run
from tests.answerable.office.people.makers import make_person

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 20, 2, tzinfo=UTC)
LATER = datetime(2026, 4, 10, 15, 59, 59, tzinfo=UTC)


def asked(town):
    run = opened(town)
    return run, asking.ask_for_time(run.pk, LATER, "The flood took us.", by=town.actor(town.chen), at=NOW)


def test_a_wish_moves_nothing_until_an_approver_has_answered():
    town = make_town()
    run, _wish = asked(town)
    before = run.due
    run.refresh_from_db()
    assert run.due == before


def test_granted_time_moves_the_date_and_keeps_the_first_one():
    town = make_town()
    run, wish = asked(town)
    asking.grant_time(wish, "Of course.", by=town.actor(town.ada), at=NOW)
    run.refresh_from_db()
    assert (run.due, run.original_due.date()) == (LATER, date(2026, 3, 31))
    assert TimeWish.objects.get().decided_by == "Ada"


def test_granted_time_takes_a_late_run_back_to_work():
    town = make_town()
    _run, wish = asked(town)
    round_at(datetime(2026, 4, 1, 2, tzinfo=UTC))
    assert quarter_run(town).state == State.LATE
    asking.grant_time(wish, "", by=town.actor(town.ada), at=datetime(2026, 4, 1, 3, tzinfo=UTC))
    assert quarter_run(town).state == State.IN_PROGRESS
    round_at(datetime(2026, 4, 2, 2, tzinfo=UTC))
    assert quarter_run(town).state == State.IN_PROGRESS


def test_a_refusal_has_a_reason():
    town = make_town()
    _run, wish = asked(town)
    with pytest.raises(Anticipated, match="cannot wait"):
        asking.refuse_time(wish, "", by=town.actor(town.ada), at=NOW)
    asking.refuse_time(wish, "The council meets on the 1st.", by=town.actor(town.ada), at=NOW)
    assert TimeWish.objects.get().state == Wish.REFUSED


def test_nobody_grants_time_to_themselves():
    town = make_town()
    _run, wish = asked(town)
    with pytest.raises(NotAllowed):
        asking.grant_time(wish, "", by=town.actor(town.chen), at=NOW)


def test_one_wish_at_a_time_and_only_for_a_later_day():
    town = make_town()
    run, _wish = asked(town)
    chen = town.actor(town.chen)
    with pytest.raises(Anticipated, match="already"):
        asking.ask_for_time(run.pk, LATER, "Again.", by=chen, at=NOW)
    other = opened(town, unit=1)
    with pytest.raises(NotAllowed):
        asking.ask_for_time(other.pk, LATER, "Not mine.", by=chen, at=NOW)
    TimeWish.objects.all().delete()
    with pytest.raises(Anticipated, match="not later"):
        asking.ask_for_time(run.pk, NOW, "Earlier.", by=chen, at=NOW)


def test_a_run_goes_to_the_backup_with_both_names_and_stays_there():
    town = make_town()
    run = opened(town)
    emil = make_person(name="Emil")
    town.stand_in(emil, town.contacts[0])
    assert (
        asking.hand_to_backup(run.pk, "Figures are in the folder.", by=town.actor(town.chen), at=NOW)
        == "Emil"
    )
    round_at(NOW)
    run.refresh_from_db()
    assert (run.owner_name, run.holder_name) == ("Chen", "Emil")
    passing = Passing.objects.get()
    assert (passing.from_name, passing.to_name, passing.note) == (
        "Chen",
        "Emil",
        "Figures are in the folder.",
    )
    asking.take_over(passing.pk, "Seen.", by=town.actor(emil, NOW), at=NOW)
    passing.refresh_from_db()
    assert passing.taken_at == NOW
    with pytest.raises(NotFound):
        asking.take_over(passing.pk, "", by=town.actor(emil, NOW), at=NOW)


def test_without_a_backup_nothing_is_handed_over():
    town = make_town()
    run = opened(town)
    with pytest.raises(Anticipated, match="Nobody stands in"):
        asking.hand_to_backup(run.pk, "", by=town.actor(town.chen), at=NOW)
