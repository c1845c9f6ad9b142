"""Whom the words of a rung call."""

import pytest

from answerable.office.clocks.queries.recipients import called_by, lineage, owners, post_for
from answerable.office.people.models import Holding, Post
from answerable.office.people.rules import PostKind
from tests.answerable.office.clocks.makers import make_clock, post_of
from tests.answerable.office.people.makers import NOON, make_holding, make_person, make_post


def names(found) -> list[str]:
    """The names of those called."""
    return [one.name for one in found]


@pytest.mark.parametrize(
    ("words", "called"),
    [
        (("owner",), ["Chen"]),
        (("owner", "superior"), ["Chen", "Boris"]),
        (("P-COMM",), ["Ada"]),
        (("superior", "P-LEAD"), ["Boris"]),
        (("P-UNKNOWN",), ["Boris"]),
    ],
)
def test_words_of_the_plan_lead_to_people(office, words, called) -> None:
    assert names(called_by(make_clock(office), words, at=NOON)) == called


def test_a_person_without_a_post_owns_their_own_clock(office) -> None:
    clock = make_clock(office, unit=None, person=office.dana.person)
    assert names(owners(clock, at=NOON)) == ["Dana"]


def test_the_head_does_not_call_himself_as_his_own_superior(office) -> None:
    clock = make_clock(office, unit=office.body, post=post_of("Boris").pk)
    assert names(called_by(clock, ["owner", "superior"], at=NOON)) == ["Boris"]


def test_the_post_of_the_own_unit_comes_before_that_of_another(office) -> None:
    other = make_post(kind=PostKind.LIAISON)
    near = post_of("Chen").pk
    assert post_for((other.pk, near), office.supply) == near
    assert post_for((other.pk, post_of("Boris").pk), office.supply) == post_of("Boris").pk
    assert post_for((), office.supply) is None
    assert post_for((other.pk,), office.supply) == other.pk


def test_a_house_where_nobody_stands_above_calls_its_office(office) -> None:
    Holding.objects.filter(person__name__in=["Boris", "Chen"]).delete()
    assert names(called_by(make_clock(office), ["owner"], at=NOON)) == ["Ada"]


def test_a_house_without_people_calls_nobody(office) -> None:
    Holding.objects.all().delete()
    assert called_by(make_clock(office), ["owner", "superior"], at=NOON) == ()


def test_the_line_upward_begins_with_the_unit(office) -> None:
    assert lineage(office.supply) == [office.supply, office.body]
    assert lineage(None) == []


def test_a_new_holder_of_a_unit_s_post_is_the_owner(office) -> None:
    post = Post.objects.get(pk=post_of("Chen").pk)
    post.holdings.all().delete()
    make_holding(post, make_person(name="Hua"))
    assert names(owners(make_clock(office), at=NOON)) == ["Hua"]
