"""Posts and units as cases need them."""

import pytest

from answerable.kernel.actor import NOBODY
from answerable.response.cases.queries import office
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import make_cast

pytestmark = pytest.mark.django_db


def test_the_unit_of_an_actor_is_that_of_their_post() -> None:
    cast = make_cast()
    assert office.home_unit(cast.chen) == office.unit_of_person(cast.chen.person) == cast.supply.pk
    assert office.home_unit(NOBODY) is None
    assert (office.first_post(cast.chen), office.first_post(NOBODY)) == (min(cast.chen.posts), None)


def test_posts_are_named_under_a_signature() -> None:
    cast = make_cast()
    assert office.post_titles(cast.boris) == "Duty officer"


def test_every_unit_and_every_post_can_be_chosen() -> None:
    cast = make_cast()
    assert [name.strip() for _pk, name in office.all_units()] == [
        "Water Bureau",
        "Communications",
        "Supply",
        "Repair",
    ]
    assert len(office.post_choices()) == 6
    assert office.unit_of_post(min(cast.fang.posts)) == cast.repair.pk
    assert office.unit_of_post(999_999) is None


def test_the_people_of_one_unit_are_picked_out() -> None:
    cast = make_cast()
    among = [cast.ada.person, cast.chen.person, cast.fang.person]
    assert office.people_of(cast.supply.pk, among=among, at=NOON) == [cast.chen.person]
