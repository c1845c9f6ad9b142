"""Who sees the register and the pieces."""

import pytest

from answerable.kernel.actor import MACHINE, NOBODY
from answerable.kernel.errors import NotAllowed, NotFound
from answerable.response.channels.models import Channel
from answerable.response.channels.queries import door, listing, register
from tests.answerable.response.channels.makers import make_channel


def test_the_register_is_for_people_with_a_post(desk):
    make_channel(desk)
    row = Channel.objects.get()
    assert [one.id for one in register.channels(desk.fay, live=False)] == [row.pk]
    assert register.channel_of(desk.fay, row.pk).name == row.name
    with pytest.raises(NotAllowed):
        register.channels(NOBODY)
    with pytest.raises(NotAllowed):
        listing.listed_names(NOBODY)


def test_a_keeper_keeps_the_channel_of_their_post(desk):
    make_channel(desk)
    row = Channel.objects.get()
    assert door.may_keep(desk.fay, row)
    assert not door.may_keep(NOBODY, row)


def test_what_is_not_there_is_said_so(desk):
    with pytest.raises(NotFound):
        door.channel_for(desk.fay, 404)
    with pytest.raises(NotFound):
        door.piece_for(desk.fay, 404)
    assert register.last_published([404]) == {}
    assert listing.listed_names(MACHINE).rows == ()


def test_the_register_costs_one_query(desk, django_assert_num_queries):
    make_channel(desk)
    with django_assert_num_queries(1):
        register.channels(None, live=False)
