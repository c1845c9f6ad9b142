"""A file is seen by the few: oversight and the head without a part, those who sit on it, and the one concerned."""

import pytest

from answerable.governance.accountability.models import Seat
from answerable.governance.accountability.queries.door import file_for, part_of, seen_by
from answerable.governance.accountability.queries.lists import files, findings_to_look_at
from answerable.kernel.actor import MACHINE, NOBODY
from answerable.kernel.errors import NotFound
from answerable.office.people.models import Account
from answerable.office.people.rules import PostKind, Role
from tests.answerable.governance.accountability.makers import LATER, Hall, open_file, with_facts
from tests.answerable.office.people.makers import actor_of, make_account, make_holding, make_person, make_post

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "kind", [kind for kind in PostKind if kind not in (PostKind.LEAD, PostKind.OVERSIGHT)]
)
def test_no_other_kind_of_post_sees_a_file_wherever_it_stands(kind):
    hall = Hall()
    file = open_file(hall)
    for unit in (hall.town.body, hall.town.units[0]):
        person = make_person()
        make_holding(make_post(unit, kind), person)
        actor = hall.town.actor(person, LATER)
        assert not seen_by(actor).exists()
        assert list(files(actor)) == []
        assert findings_to_look_at(actor) == ()
        with pytest.raises(NotFound):
            file_for(actor, file.pk)


@pytest.mark.parametrize("role", list(Role))
def test_no_role_of_an_account_sees_a_file(role):
    hall = Hall()
    file = open_file(hall)
    account = make_account("someone", make_person(), role=role)
    with pytest.raises(NotFound):
        file_for(actor_of(Account.objects.get(pk=account.pk), LATER), file.pk)


@pytest.mark.parametrize("actor", [MACHINE, NOBODY])
def test_neither_the_machine_nor_a_stranger_sees_a_file(actor):
    hall = Hall()
    open_file(hall)
    assert not seen_by(actor).exists()
    assert not part_of(actor, seen_by(hall.act("olga")).get()).keeps


@pytest.mark.parametrize("name", ["olga", "boris", "chen", "dana", "lin"])
def test_the_few_see_it(name):
    hall = Hall()
    file = with_facts(hall)
    assert file_for(hall.act(name), file.pk).pk == file.pk


def test_a_superior_who_had_a_hand_in_it_does_not_see_it_even_with_the_post():
    hall = Hall()
    make_holding(make_post(hall.town.body, PostKind.LEAD), hall.town.ada)
    file = open_file(hall)
    with pytest.raises(NotFound):
        file_for(hall.act("ada"), file.pk)


def test_who_stepped_aside_no_longer_sees_it():
    hall = Hall()
    file = with_facts(hall)
    Seat.objects.filter(person=hall.lin).update(aside_at=LATER)
    with pytest.raises(NotFound):
        file_for(hall.act("lin"), file.pk)


def test_the_one_concerned_has_no_other_part_whatever_their_posts():
    hall = Hall()
    file = open_file(hall)
    make_holding(make_post(hall.town.body, PostKind.OVERSIGHT), hall.town.chen)
    part = part_of(hall.act("chen"), file)
    assert (part.concerned, part.keeps) == (True, False)
