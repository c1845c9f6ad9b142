"""A closed file is forgotten when its time is over; the hashes in the trail stay and the chain still holds."""

from datetime import timedelta

import pytest

from answerable.governance.accountability.actions import closing, deciding
from answerable.governance.accountability.models import Excuse, File, Paper, Seat, Vote
from answerable.governance.accountability.queries.door import file_for
from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import NotAllowed, NotFound
from answerable.kernel.trail.models import Entry, Payload
from answerable.kernel.trail.queries import verify
from tests.answerable.governance.accountability.makers import DAY, LATER, Hall, open_file, served

pytestmark = pytest.mark.django_db


def closed(hall):
    file = served(hall)
    at = LATER + 40 * DAY
    closing.close(file.pk, **hall.by("olga", at))
    return File.objects.get(pk=file.pk)


def test_before_its_time_nothing_is_forgotten():
    hall = Hall()
    file = closed(hall)
    assert closing.forget_old(by=MACHINE, at=file.forget_at - timedelta(seconds=1)) == 0
    assert Paper.objects.exists()


def test_after_its_time_texts_and_names_go_and_the_trail_still_holds():
    hall = Hall()
    file = closed(hall)
    before = Entry.objects.filter(thing=f"file:{file.pk}").count()
    assert closing.forget_old(by=MACHINE, at=file.forget_at) == 1
    file.refresh_from_db()
    assert (file.person, file.person_name, file.reason) == (None, "", "")
    assert not any(model.objects.exists() for model in (Paper, Vote, Seat, Excuse))
    entries = Entry.objects.filter(thing=f"file:{file.pk}")
    assert entries.count() == before + 1
    assert Payload.objects.filter(entry__in=entries.exclude(act="accountability.erase")).count() == 0
    assert verify().bad_row is None
    assert closing.forget_old(by=MACHINE, at=file.forget_at) == 0


def test_what_is_forgotten_nobody_sees():
    hall = Hall()
    file = closed(hall)
    closing.forget_old(by=MACHINE, at=file.forget_at)
    for name in ("olga", "boris", "chen"):
        with pytest.raises(NotFound):
            file_for(hall.act(name), file.pk)


def test_nobody_forgets_a_file_by_hand():
    with pytest.raises(NotAllowed, match="not by hand"):
        closing.forget_old(**Hall().by("olga"))


def test_an_open_file_is_never_forgotten():
    hall = Hall()
    open_file(hall)
    assert closing.forget_old(by=MACHINE, at=LATER + 9000 * DAY) == 0


def test_a_dropped_file_of_which_nobody_was_told_closes_at_once():
    hall = Hall()
    file = open_file(hall)
    deciding.drop(file.pk, "Nothing in it.", **hall.by("olga"))
    closing.close(file.pk, **hall.by("olga"))
    assert File.objects.get().state == "closed"
