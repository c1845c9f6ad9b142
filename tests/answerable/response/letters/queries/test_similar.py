"""Letters that say the same."""

from datetime import timedelta

from answerable.response.letters.queries.similar import same_as
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.letters.makers import TEXT, forwarded, make_letter


def test_the_same_words_are_offered_the_likest_first(office):
    exact = make_letter()
    near = make_letter(text=f"Dear bureau, {TEXT} Thank you.")
    make_letter(text="When does the library open on the next public holiday?")
    found = same_as(office.ada, make_letter())
    assert [row.id for row in found] == [exact.pk, near.pk]
    assert found[0].share == 1.0


def test_a_letter_is_never_like_itself(office):
    assert same_as(office.ada, make_letter()) == ()


def test_only_letters_within_reach_are_offered(office):
    make_letter()
    mine = forwarded(office)
    assert same_as(office.chen, mine) == ()


def test_what_was_asked_a_year_ago_is_another_time(office):
    make_letter(at=NOON - timedelta(days=365))
    assert same_as(office.ada, make_letter()) == ()


def test_letters_too_short_to_tell_are_not_offered(office):
    make_letter(text="没有水")
    assert same_as(office.ada, make_letter(text="没有水")) == ()
